using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>
/// Which units stand side by side on a screen. In a plan of two levels, and for whoever sees few units, they are all; in a larger tree a unit is
/// chosen, and what is right below it is shown beside it and the whole.
/// </summary>
/// <param name="Shown">In order, the whole first.</param>
/// <param name="Above">What can be chosen, the whole first; empty where all are shown.</param>
/// <param name="Chosen">Whose units right below are shown; null where all are.</param>
public sealed record ShownUnits(IReadOnlyList<ReportingUnit> Shown, IReadOnlyList<ReportingUnit> Above, ReportingUnit? Chosen)
{
    private const int MostWithoutChoice = 16;

    /// <param name="readable">What the reader may see, each before those below it.</param>
    /// <param name="below">Code of the unit that is chosen; what is none of them is as good as none.</param>
    public static ShownUnits Of(IReadOnlyList<ReportingUnit> readable, string? below)
    {
        var above = readable.Where(unit => !unit.Reports).ToList();
        if (readable.Count <= MostWithoutChoice || above.Count < 2)
        {
            return new ShownUnits(readable, [], Chosen: null);
        }

        var chosen = above.Find(unit => unit.Code == below) ?? above[0];
        return new ShownUnits(
            [.. above.Where(unit => chosen.IsWithin(unit.Id)), .. readable.Where(unit => unit.ParentCode == chosen.Code)], above, chosen);
    }
}
