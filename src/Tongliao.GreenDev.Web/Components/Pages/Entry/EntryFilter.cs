namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>Which rows are shown (?show=…).</summary>
public enum EntryFilter
{
    All,
    Unfilled,
    Warning,
    Returned,
}
