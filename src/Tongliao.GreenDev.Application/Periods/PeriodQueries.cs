using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>A reporting period with how far all units' reports have come.</summary>
/// <param name="Period">State and dates.</param>
/// <param name="Counts">How many values stand in each status.</param>
/// <param name="Total">How many values all units owe.</param>
/// <param name="Unfinished">Units that are not 报齐: not every value has reached the city.</param>
public sealed record PeriodRow(
    ReportingPeriod Period, IReadOnlyDictionary<SubmissionStatus, int> Counts, int Total, IReadOnlyList<ReportingUnit> Unfinished)
{
    public int Of(SubmissionStatus status) => Counts.GetValueOrDefault(status);

    /// <summary>已上报到市: waiting for the city or accepted.</summary>
    public int ReachedCity => Of(SubmissionStatus.CityReview) + Of(SubmissionStatus.Accepted);

    /// <summary>What a lock would leave unfinished for good.</summary>
    public int Pending => Total - Of(SubmissionStatus.Accepted);
}

/// <summary>Reads the reporting periods for whoever opens and closes them.</summary>
public sealed class PeriodQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <summary>All periods of the plan, ascending.</summary>
    /// <exception cref="RefusalException">Not the bureau.</exception>
    public async Task<IReadOnlyList<PeriodRow>> OverviewAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        actor.Require(Act.ManagePeriods);
        var reference = await catalogue.GetAsync(db, cancellationToken);
        var counts = await (
            from submission in db.Submissions
            from value in submission.Values
            group value by new { submission.Quarter, submission.UnitId, value.Status } into values
            select new StatusCount(values.Key.Quarter, values.Key.UnitId, values.Key.Status, values.Count()))
            .ToListAsync(cancellationToken);
        var byQuarter = counts.ToLookup(count => count.Quarter);
        return [.. reference.Periods.Select(period => Row(reference, period, [.. byQuarter[period.Quarter]]))];
    }

    private static PeriodRow Row(ReferenceData reference, ReportingPeriod period, IReadOnlyList<StatusCount> counts)
    {
        var perUnit = reference.Plan.Indicators.Count;
        var byStatus = counts.GroupBy(count => count.Status).ToDictionary(group => group.Key, group => group.Sum(count => count.Values));
        var total = perUnit * reference.Plan.Units.Count;
        byStatus[SubmissionStatus.Empty] = byStatus.GetValueOrDefault(SubmissionStatus.Empty) + total - counts.Sum(count => count.Values);
        var reached = counts.Where(count => count.Status.HasReachedCity()).ToLookup(count => count.UnitId, count => count.Values);
        return new PeriodRow(
            period, byStatus, total, [.. reference.Plan.Units.Where(unit => reached[unit.Id].Sum() < perUnit)]);
    }

    private sealed record StatusCount(Quarter Quarter, int UnitId, SubmissionStatus Status, int Values);
}
