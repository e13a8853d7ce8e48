using System.Globalization;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>
/// What a list in a grid shows, so that every choice can be sent as a link. What an address does not say, or says wrong, is as on a
/// list just opened.
/// </summary>
/// <typeparam name="TColumn">What it can be sorted by, and nothing else can; as it stands in the address.</typeparam>
public abstract record ListView<TColumn>
    where TColumn : struct, Enum
{
    protected ListView()
    {
    }

    protected ListView(Func<string, string?> query)
    {
        var sort = query("sort") ?? "";
        Sort = Enum.GetValues<TColumn>().Cast<TColumn?>().FirstOrDefault(column => CodeOf(column!.Value) == sort.TrimStart('-'));
        IsDescending = Sort is not null && sort.StartsWith('-');
        Page = NumberOf(query("page")) is { } page and > 0 ? page - 1 : 0;
        Size = NumberOf(query("size")) is { } size && ListSizes.All.Contains(size) ? size : ListSizes.Usual;
    }

    /// <summary>Null for the list's own order.</summary>
    public TColumn? Sort { get; init; }

    public bool IsDescending { get; init; }

    /// <summary>From 0.</summary>
    public int Page { get; init; }

    public int Size { get; init; } = ListSizes.Usual;

    public abstract string Address { get; }

    /// <summary>The list's address with what filters it, in front of order and page.</summary>
    protected string AddressOf(string list, params IEnumerable<(string Name, string? Value)> filters)
    {
        (string Name, string? Value)[] parts =
        [
            .. filters,
            ("sort", Sort is { } sort ? (IsDescending ? "-" : "") + CodeOf(sort) : null),
            ("page", Page == 0 ? null : (Page + 1).ToString(CultureInfo.InvariantCulture)),
            ("size", Size == ListSizes.Usual ? null : Size.ToString(CultureInfo.InvariantCulture)),
        ];
        var said = parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return said.Count == 0 ? list : $"{list}?{string.Join('&', said)}";
    }

    private static string CodeOf(TColumn column) => column.ToString().ToLowerInvariant();

    private static int? NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : null;
}
