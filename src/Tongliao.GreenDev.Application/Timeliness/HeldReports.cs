using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>The values of a period with the people of the counties: what tells why a report is not complete, and whom to ask. Two statements.</summary>
internal sealed class HeldReports
{
    private readonly ReportingPeriod period;
    private readonly ILookup<int, HeldRow> byUnit;
    private readonly ILookup<int, CountyPerson> people;

    private HeldReports(ReportingPeriod period, IReadOnlyList<HeldRow> values, ILookup<int, CountyPerson> people)
    {
        this.period = period;
        Values = values;
        byUnit = values.ToLookup(value => value.UnitId);
        this.people = people;
    }

    public IReadOnlyList<HeldRow> Values { get; }

    public static async Task<HeldReports> ReadAsync(
        GreenDevDbContext db, PlanFacts facts, ReportingPeriod period, IEnumerable<Indicator> indicators, CancellationToken cancellationToken)
    {
        var numbers = indicators.ToDictionary(indicator => indicator.Id, indicator => indicator.Number);
        var rows = await (
            from submission in db.Submissions.AsNoTracking()
            where submission.PlanId == facts.Plan.Id && submission.Quarter == period.Quarter
            from value in submission.Values
            where numbers.Keys.Contains(value.IndicatorId)
            select new { submission.UnitId, value.IndicatorId, value.Status, value.FirstSubmittedAt, value.ChangedAt })
            .ToListAsync(cancellationToken);
        return new HeldReports(
            period,
            [.. rows.Select(row => new HeldRow(row.UnitId, numbers[row.IndicatorId], row.Status, row.FirstSubmittedAt, row.ChangedAt))],
            await CountyPeople.ReadAsync(db, unitId: null, cancellationToken));
    }

    /// <summary>Why a unit's report is not complete; none before the period was opened.</summary>
    public IReadOnlyList<Holdup> HoldupsOf(ReportingUnit unit) => period.OpenedAt is not { } opened ? [] : Holdup.Of(
        [.. byUnit[unit.Id].Select(value => new HeldValue(value.Number, value.Status, value.ChangedAt))],
        opened,
        [.. OfRole(unit, UserRole.Clerk).Select(person => person.LastSignInAt)]);

    /// <summary>Who is to be asked: clerks for what is in their hands, county reviewers for what waits for them.</summary>
    public IReadOnlyList<CountyPerson> AskedFor(ReportingUnit unit, IReadOnlyList<Holdup> holdups) =>
    [
        .. holdups.Any(holdup => holdup.Kind != HoldupKind.CountyReview) ? OfRole(unit, UserRole.Clerk) : [],
        .. holdups.Any(holdup => holdup.Kind == HoldupKind.CountyReview) ? OfRole(unit, UserRole.CountyReviewer) : [],
    ];

    private IEnumerable<CountyPerson> OfRole(ReportingUnit unit, UserRole role) => people[unit.Id].Where(person => person.Role == role);
}
