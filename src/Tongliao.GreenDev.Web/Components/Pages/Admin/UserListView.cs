using System.Globalization;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What the list of users shows, so that every choice can be sent as a link. What an address does not say, or says wrong, is as on a list just opened.</summary>
public sealed record UserListView
{
    public const int UsualSize = 20;

    public static IReadOnlyList<int> Sizes { get; } = [10, UsualSize, 50, 100];

    /// <summary>In the name or the login name.</summary>
    public string Text { get; init; } = "";

    public UserRole? Role { get; init; }

    public string UnitCode { get; init; } = "";

    public UserState? State { get; init; }

    /// <summary>Null for the order of role, unit and login name.</summary>
    public UserColumn? Sort { get; init; }

    public bool IsDescending { get; init; }

    /// <summary>From 0.</summary>
    public int Page { get; init; }

    public int Size { get; init; } = UsualSize;

    public string Address
    {
        get
        {
            var parts = new (string Name, string? Value)[]
            {
                ("q", Text),
                ("role", Role?.Code()),
                ("unit", UnitCode),
                ("state", State?.Code()),
                ("sort", Sort is { } sort ? (IsDescending ? "-" : "") + CodeOf(sort) : null),
                ("page", Page == 0 ? null : (Page + 1).ToString(CultureInfo.InvariantCulture)),
                ("size", Size == UsualSize ? null : Size.ToString(CultureInfo.InvariantCulture)),
            };
            var said = parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
            return said.Count == 0 ? UserAddress.List : $"{UserAddress.List}?{string.Join('&', said)}";
        }
    }

    /// <summary>Whether some accounts are left out, on other pages not counted.</summary>
    public bool IsFiltered => TypedText.Sought(Text).Length > 0 || Role is not null || UnitCode.Length > 0 || State is not null;

    public static UserListView Of(Func<string, string?> query)
    {
        var sort = query("sort") ?? "";
        var column = Enum.GetValues<UserColumn>().Cast<UserColumn?>().FirstOrDefault(column => CodeOf(column!.Value) == sort.TrimStart('-'));
        return new UserListView
        {
            Text = query("q") ?? "",
            Role = UserRoles.FromCode(query("role")),
            UnitCode = query("unit") ?? "",
            State = UserStates.FromCode(query("state")),
            Sort = column,
            IsDescending = column is not null && sort.StartsWith('-'),
            Page = NumberOf(query("page")) is { } page and > 0 ? page - 1 : 0,
            Size = NumberOf(query("size")) is { } size && Sizes.Contains(size) ? size : UsualSize,
        };
    }

    /// <summary>The rows of the page, and how many there are on all. Names are folded as no database folds them; a city has some hundred accounts.</summary>
    public (IReadOnlyList<UserRow> Rows, int Total) Of(IReadOnlyList<UserRow> all, DateTimeOffset now)
    {
        var wanted = all.Where(user => Wants(user, now)).ToList();
        var ordered = Sort is not { } sort ? wanted : IsDescending ? wanted.OrderByDescending(KeyOf(sort)) : wanted.OrderBy(KeyOf(sort)).AsEnumerable();
        return ([.. ordered.Skip(Page * Size).Take(Size)], wanted.Count);
    }

    private static string CodeOf(UserColumn column) => column.ToString().ToLowerInvariant();

    private static int? NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : null;

    private static Func<UserRow, (long, string)> KeyOf(UserColumn column) => column switch
    {
        UserColumn.Name => user => (0, user.DisplayName),
        UserColumn.Login => user => (0, user.LoginName),
        UserColumn.Role => user => ((long)user.Role, ""),
        UserColumn.Office => user => (0, user.UnitCode ?? user.DepartmentName ?? ""),
        UserColumn.SignIn => user => (user.LastSignInAt?.UtcTicks ?? 0, ""),
    };

    private bool Wants(UserRow user, DateTimeOffset now) =>
        (TypedText.Sought(Text) is not { Length: > 0 } sought
            || TypedText.Sought(user.DisplayName).Contains(sought, StringComparison.OrdinalIgnoreCase)
            || user.LoginName.Contains(sought, StringComparison.OrdinalIgnoreCase))
        && (Role is null || user.Role == Role)
        && (UnitCode.Length == 0 || user.UnitCode == UnitCode)
        && (State is null || UserStates.Of(user, now) == State);
}
