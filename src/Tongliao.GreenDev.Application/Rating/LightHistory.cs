using System.Collections.Concurrent;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>
/// The lights of a unit in the quarters before one. What a lock has settled does not change any more (decision 13), so it is rated once
/// and kept in memory; the rest, and whatever only the moment it is looked at (截至) settles, is rated when asked for.
/// </summary>
internal sealed class LightHistory
{
    private const int Quarters = 8;

    private readonly ConcurrentDictionary<(int PlanId, int UnitId, Quarter Quarter, Known Known, FigureBasis Basis), QuarterLights> settled = [];

    /// <summary>How many are kept.</summary>
    public int Kept => settled.Count;

    /// <summary>The quarters whose figures are needed besides those that the quarter's own ratings need.</summary>
    public IReadOnlyList<Quarter> Unknown(ReferenceData reference, ReportingUnit unit, Quarter quarter, FigureBasis basis) =>
        [.. Before(reference, quarter).Where(earlier => Find(reference, unit, earlier, quarter, basis) is null)];

    /// <summary>The lights of seven quarters before and, last, of the quarter itself.</summary>
    /// <param name="reference">As it is known now, or at a moment.</param>
    /// <param name="table">With the figures of <see cref="Unknown"/>.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="states">Those of the quarter itself.</param>
    /// <param name="quarter">When.</param>
    /// <param name="basis">口径.</param>
    public LightTrend TrendOf(
        ReferenceData reference, FigureTable table, ReportingUnit unit, IEnumerable<RagStatus> states, Quarter quarter, FigureBasis basis)
    {
        var before = Before(reference, quarter).Select(earlier =>
            Find(reference, unit, earlier, quarter, basis) ?? Rate(reference, table, unit, earlier, quarter, basis));
        return new LightTrend([.. before, new QuarterLights(quarter, states)], table.IsComplete(reference.InForce(quarter), unit, quarter));
    }

    private static IEnumerable<Quarter> Before(ReferenceData reference, Quarter quarter) =>
        reference.Facts.Periods.Select(period => period.Quarter).Where(earlier => earlier < quarter).TakeLast(Quarters - 1);

    private QuarterLights Rate(
        ReferenceData reference, FigureTable table, ReportingUnit unit, Quarter earlier, Quarter quarter, FigureBasis basis)
    {
        var inForce = reference.InForceBeside(earlier, quarter);
        var lights = new QuarterLights(earlier, table.States(inForce, unit, earlier).Values);
        if (inForce.IsSettled)
        {
            settled[(reference.Facts.Plan.Id, unit.Id, earlier, inForce.Known, basis)] = lights;
        }

        return lights;
    }

    private QuarterLights? Find(ReferenceData reference, ReportingUnit unit, Quarter earlier, Quarter quarter, FigureBasis basis) =>
        reference.InForceBeside(earlier, quarter) is { IsSettled: true } inForce
            ? settled.GetValueOrDefault((reference.Facts.Plan.Id, unit.Id, earlier, inForce.Known, basis))
            : null;
}
