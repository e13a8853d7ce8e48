using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>
/// Which units are columns of the matrix. A plan of two levels, and whoever sees few units, has them all side by side; in a larger tree a unit is
/// chosen, and what is right below it is shown beside it and the whole.
/// </summary>
/// <param name="Shown">From left to right.</param>
/// <param name="Above">What can be chosen, the whole first; empty where all are shown.</param>
/// <param name="Chosen">Whose units right below are shown; null where all are.</param>
public sealed record DashboardColumns(IReadOnlyList<ReportingUnit> Shown, IReadOnlyList<ReportingUnit> Above, ReportingUnit? Chosen)
{
    private const int MostWithoutChoice = 16;

    /// <param name="readable">What the reader may see, each before those below it.</param>
    /// <param name="below">Code of the unit that is chosen; what is none of them is as good as none.</param>
    public static DashboardColumns Of(IReadOnlyList<ReportingUnit> readable, string? below)
    {
        var above = readable.Where(unit => !unit.Reports).ToList();
        if (readable.Count <= MostWithoutChoice || above.Count < 2)
        {
            return new DashboardColumns(readable, [], Chosen: null);
        }

        var chosen = above.Find(unit => unit.Code == below) ?? above[0];
        return new DashboardColumns(
            [.. above.Where(unit => chosen.IsWithin(unit.Id)), .. readable.Where(unit => unit.ParentCode == chosen.Code)], above, chosen);
    }
}
