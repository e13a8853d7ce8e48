namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>Words and addresses of the filter.</summary>
public static class EntryFilters
{
    public const string Parameter = "show";

    public static IReadOnlyList<EntryFilter> Choices { get; } = Enum.GetValues<EntryFilter>();

    public static string Word(this EntryFilter filter) => filter switch
    {
        EntryFilter.All => "全部",
        EntryFilter.Unfilled => "未填",
        EntryFilter.Warning => "需核对",
        EntryFilter.Returned => "已退回",
    };

    /// <summary>Value in the address; null for all.</summary>
    public static string? Code(this EntryFilter filter) => filter switch
    {
        EntryFilter.All => null,
        EntryFilter.Unfilled => "unfilled",
        EntryFilter.Warning => "warning",
        EntryFilter.Returned => "returned",
    };

    /// <summary>The filter of an address; anything unknown shows all.</summary>
    public static EntryFilter Of(string? code) => Choices.FirstOrDefault(filter => filter.Code() == code);
}
