using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Baselines;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>Reads what awaits a person, by role. At most ten statements: person, revision, and eight of the role's own.</summary>
public sealed class WorkbenchQueries(
    IDbContextFactory<GreenDevDbContext> contexts,
    PlanCatalogue catalogue,
    ReviewQueries reviews,
    LightQueries lights,
    RectificationQueries rectifications,
    TaskProgressQueries tasks,
    AdministrationQueries administration,
    ReactionClocks clocks,
    OfficeClock clock)
{
    private const int AuditEntries = 10;

    /// <exception cref="RefusalException">The account is gone or disabled.</exception>
    public async Task<WorkbenchContent> ReadAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        var facts = actor.UnitCode is { } code ? reference.Facts.For(reference.Facts.UnitOrAggregate(code), clock.Today) : reference.Facts;
        var current = facts.CurrentPeriod();
        var content = new WorkbenchContent
        {
            Actor = actor,
            Facts = facts,
            Period = current.OpenedAt is null ? null : current,
            Baselines = await BaselinesAsync(db, actor, reference, cancellationToken),
        };
        return actor.Role switch
        {
            UserRole.Admin => content with { Administration = await administration.ReadAsync(db, actor, reference, cancellationToken) },
            UserRole.Auditor => content with { Audit = await AuditQueries.LatestAsync(db, actor, AuditEntries, cancellationToken) },
            UserRole.Clerk or UserRole.CountyReviewer or UserRole.DepartmentReviewer or UserRole.Bureau or UserRole.Leader =>
                content.Period is null ? content : await WithReportsAsync(db, content, reference, cancellationToken),
        };
    }

    /// <summary>To set up comes before the first period is opened.</summary>
    private static async Task<IReadOnlyList<BaselineFilingLine>> BaselinesAsync(GreenDevDbContext db, Actor actor, ReferenceData reference, CancellationToken cancellationToken)
    {
        if (!actor.May(Act.FileBaselines) && !actor.May(Act.ManageBaselines))
        {
            return [];
        }

        var list = await BaselineFilingQueries.ListAsync(db, actor, reference, cancellationToken);
        return list.WhySettled is not null ? []
            : actor.May(Act.ManageBaselines) ? [.. list.Lines.Where(line => line.IsWaiting)]
            : [.. list.Lines.Where(line => line.Unit.Id == actor.UnitId && (line.IsReturned || line.IsMissing))];
    }

    private Task<WorkbenchContent> WithReportsAsync(
        GreenDevDbContext db, WorkbenchContent content, ReferenceData reference, CancellationToken cancellationToken) =>
        content.Actor switch
        {
            { Role: UserRole.Leader } => ForLeaderAsync(db, content, reference, cancellationToken),
            { UnitCode: not null } => ForCountyAsync(db, content, reference, cancellationToken),
            _ => ForReviewerAsync(db, content, reference, cancellationToken),
        };

    private async Task<WorkbenchContent> ForCountyAsync(
        GreenDevDbContext db, WorkbenchContent content, ReferenceData reference, CancellationToken cancellationToken)
    {
        var (actor, facts, period) = (content.Actor, content.Facts, content.Period!);
        var unit = facts.UnitOrAggregate(actor.UnitCode!);
        var values = await ValuesAsync(db, facts, [.. unit.Reporting.Select(reporting => reporting.Id)], cancellationToken);
        var ofPeriod = values.Where(value => value.Quarter == period.Quarter).Select(value => value.Progress);
        var owed = facts.Plan.Indicators.Count;
        var reached = values.Where(value => value.Progress.Status.HasReachedCity()).CountBy(value => value.Quarter).ToDictionary();
        var judged = facts.Periods.LastOrDefault(earlier => reached.GetValueOrDefault(earlier.Quarter) * 2 >= owed * unit.Reporting.Count());
        return content with
        {
            Progress = PeriodProgress.Of(period, unit.Reporting, owed, ofPeriod, clock.DeadlinesOf(facts, period)),
            Returned = actor.May(Act.EnterValues) ? Returned(facts, values, clocks.Of(facts)) : [],
            Waiting = actor.May(Act.ReviewForCounty) ? await WaitingQueries.ReadAsync(db, actor, clock, clocks.Of(facts), cancellationToken) : [],
            Lights = judged is null ? null : await lights.LightsAsync(db, reference, unit, judged, FigureBasis.Submitted, cancellationToken),
            Rectifications = await OpenRectificationsAsync(db, reference, actor, [.. unit.Reporting], cancellationToken),
        };
    }

    private async Task<WorkbenchContent> ForReviewerAsync(
        GreenDevDbContext db, WorkbenchContent content, ReferenceData reference, CancellationToken cancellationToken)
    {
        var period = content.Period!;
        ReportingPeriod[] periods = content.Facts.OpenedBefore(period) is { } before ? [before, period] : [period];
        var progress = await reviews.ProgressAsync(db, content.Actor, content.Facts, periods, cancellationToken);
        return content with
        {
            Progress = progress[^1],
            Before = progress.Count > 1 ? progress[0] : null,
            Waiting = await WaitingQueries.ReadAsync(db, content.Actor, clock, clocks.Of(content.Facts), cancellationToken),
            Tasks = await tasks.OverviewAsync(db, content.Actor, content.Facts, period, cancellationToken),
            Commitments = content.Actor.Role == UserRole.Bureau ? await tasks.CommitmentsAsync(db, content.Facts, _ => true, cancellationToken) : [],
            Rectifications = content.Actor.Role == UserRole.Bureau
                ? await OpenRectificationsAsync(db, reference, content.Actor, content.Facts.Plan.Units, cancellationToken)
                : [],
        };
    }

    private async Task<WorkbenchContent> ForLeaderAsync(
        GreenDevDbContext db, WorkbenchContent content, ReferenceData reference, CancellationToken cancellationToken)
    {
        var judged = await RatingQueries.LastJudgedAsync(db, content.Facts, cancellationToken);
        return content with
        {
            Tasks = await tasks.OverviewAsync(db, content.Actor, content.Facts, content.Period!, cancellationToken),
            Progress = (await reviews.ProgressAsync(db, content.Actor, content.Facts, [content.Period!], cancellationToken))[0],
            Lights = await lights.LightsAsync(db, reference, content.Facts.Plan.City, judged, FigureBasis.Submitted, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<RectificationLine>> OpenRectificationsAsync(
        GreenDevDbContext db, ReferenceData reference, Actor actor, IReadOnlyList<ReportingUnit> units, CancellationToken cancellationToken) =>
        [.. (await rectifications.LinesAsync(db, reference, actor, units, cancellationToken)).Where(line => line.Rectification.IsOpen)];

    private static IReadOnlyList<ReturnedValue> Returned(PlanFacts facts, List<ValueRow> values, ReactionClock answers) =>
    [
        .. from value in values
           where value.Progress.Status == ValueStatus.Returned
           join indicator in facts.Plan.Indicators on value.IndicatorId equals indicator.Id
           let due = answers.DueOn(value.Progress.ChangedAt!.Value)
           orderby answers.Today > due descending, value.Quarter descending, indicator.Number
           select new ReturnedValue(value.Quarter, indicator, value.ReturnReason ?? "", due, answers.Today > due),
    ];

    private static Task<List<ValueRow>> ValuesAsync(
        GreenDevDbContext db, PlanFacts facts, IReadOnlyList<int> unitIds, CancellationToken cancellationToken) => (
        from submission in db.Submissions.AsNoTracking()
        where submission.PlanId == facts.Plan.Id && unitIds.Contains(submission.UnitId)
        from value in submission.Values
        select new ValueRow(
            submission.Quarter,
            value.IndicatorId,
            value.ReturnReason,
            new ValueProgress(submission.UnitId, value.Status, value.FirstSubmittedAt, value.ChangedAt)))
        .ToListAsync(cancellationToken);

    private sealed record ValueRow(Quarter Quarter, int IndicatorId, string? ReturnReason, ValueProgress Progress);
}
