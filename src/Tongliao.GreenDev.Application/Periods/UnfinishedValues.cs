using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>What is left open in a period: why a person gives a reason, and why a schedule stops.</summary>
internal static class UnfinishedValues
{
    private static readonly ValueStatus[] Order =
        [ValueStatus.CityReview, ValueStatus.CountyReview, ValueStatus.Returned, ValueStatus.Draft, ValueStatus.Empty];

    /// <summary>Every value that is not approved.</summary>
    public static Task<List<UnfinishedValue>> ReadAsync(WriteScope scope, ReportingPeriod period) => (
        from submission in scope.Db.Submissions
        where submission.PlanId == period.PlanId && submission.Quarter == period.Quarter
        from value in submission.Values
        where value.Status != ValueStatus.Accepted
        select new UnfinishedValue(submission.UnitId, value.Status)).ToListAsync(scope.CancellationToken);

    /// <summary>
    /// Those that keep a schedule from an act: from closing what the counties have not delivered, but for units that may go on by an
    /// extension; from locking all.
    /// </summary>
    public static IReadOnlyList<UnfinishedValue> Holding(
        ScheduledAct act, IReadOnlyList<UnfinishedValue> values, IReadOnlyList<ReportingUnit> extended) => act switch
    {
        ScheduledAct.Open => [],
        ScheduledAct.Close => [.. values.Where(value => !value.Status.HasReachedCity() && extended.All(unit => unit.Id != value.UnitId))],
        ScheduledAct.Lock => values,
    };

    /// <summary>For example 待县级审核 3 项、草稿 1 项（奈曼旗）.</summary>
    public static string Words(IReadOnlyList<UnfinishedValue> values, PlanFacts facts)
    {
        var counts = from status in Order
                     let count = values.Count(value => value.Status == status)
                     where count > 0
                     select string.Create(CultureInfo.InvariantCulture, $"{status.Word()} {count} 项");
        var units = facts.Plan.Units.Where(unit => values.Any(value => value.UnitId == unit.Id)).Select(unit => unit.ShortName);
        return $"{string.Join('、', counts)}（{string.Join('、', units)}）";
    }
}
