using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>Reads how tasks go (任务进展) and whether commitments are kept, each reader as much as they may see.</summary>
public sealed class TaskProgressQueries(
    IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock, IOptions<TaskProgressOptions> options)
{
    /// <summary>All tasks in a quarter. Three statements: reader, revision, reports.</summary>
    /// <param name="caller">Whoever may read what was reported.</param>
    /// <param name="quarter">Null for the one people work on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">A role that reads no values, or an unknown period.</exception>
    public Task<TaskProgressOverview> OverviewAsync(Caller caller, Quarter? quarter, CancellationToken cancellationToken) =>
        OverviewAsync(caller, quarter, asOf: null, cancellationToken);

    /// <summary>The same as it was at a moment (截至), when nobody can act on it; null for now.</summary>
    /// <inheritdoc cref="OverviewAsync(Caller, Quarter?, CancellationToken)"/>
    public async Task<TaskProgressOverview> OverviewAsync(Caller caller, Quarter? quarter, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = (await catalogue.FactsAsync(db, caller, cancellationToken)).AsSeenAt(asOf);
        actor.Require(Act.ReadValues);
        return await OverviewAsync(db, actor, facts, quarter is { } asked ? facts.Period(asked) : facts.CurrentPeriod(), cancellationToken);
    }

    /// <summary>The same over a context that is open already. One statement.</summary>
    internal async Task<TaskProgressOverview> OverviewAsync(
        GreenDevDbContext db, Actor actor, PlanFacts facts, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var before = period.Quarter.Previous;
        var all = await TrailsAsync(db, facts, report => report.Quarter == period.Quarter || report.Quarter == before, cancellationToken);
        var trails = all.Select(trail => trail.SeenAt(facts.SeenAt)).OfType<TaskReportTrail>().ToDictionary(trail => trail.Key);
        var own = TaskAccess.DepartmentOf(actor, facts);
        var lines =
            from task in facts.Plan.Tasks
            from named in task.Departments.OrderBy(named => named.Order)
            let line = Line(actor, facts, period, task, named, trails)
            where line.IsLead || line.Trail is not null || named.DepartmentId == own
            select line;
        return new TaskProgressOverview(actor, facts, period, [.. lines], own)
        {
            Since = Since(actor, facts, all.Where(trail => trail.Key.Quarter == period.Quarter)),
        };
    }

    /// <summary>What is counted on the dashboard. Four statements: reader, revision, reports, records.</summary>
    /// <exception cref="RefusalException">A role that reads no values, or an unknown period.</exception>
    public async Task<TaskProgressFigures> FiguresAsync(Caller caller, Quarter quarter, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = (await catalogue.FactsAsync(db, caller, cancellationToken)).AsSeenAt(asOf);
        actor.Require(Act.ReadValues);
        return new TaskProgressFigures(
            await OverviewAsync(db, actor, facts, facts.Period(quarter), cancellationToken),
            await CommitmentsAsync(db, facts, _ => true, cancellationToken));
    }

    /// <summary>One task in all quarters. Four statements: reader, revision, reports, records of its commitments.</summary>
    /// <exception cref="RefusalException">A role that reads no values, or an unknown task.</exception>
    public async Task<TaskHistory> HistoryAsync(Caller caller, int taskNumber, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = (await catalogue.FactsAsync(db, caller, cancellationToken)).AsSeenAt(asOf);
        actor.Require(Act.ReadValues);
        var task = facts.Plan.Tasks.FirstOrDefault(task => task.Number == taskNumber)
            ?? throw RefusalException.NotFound($"没有第{taskNumber}项任务，任务序号为1至{facts.Plan.Tasks.Count}。");
        var order = task.Departments.ToDictionary(named => named.DepartmentId, named => named.Order);
        var all = await TrailsAsync(db, facts, report => report.TaskId == task.Id, cancellationToken);
        return new TaskHistory(
            actor,
            facts,
            [
                .. all.Select(trail => trail.SeenAt(asOf)?.For(ReaderOf(actor, facts, trail))).OfType<TaskReportTrail>()
                    .OrderByDescending(trail => trail.Key.Quarter).ThenBy(trail => order[trail.Key.DepartmentId]),
            ],
            await CommitmentsAsync(db, facts, commitment => commitment.TaskNumber == taskNumber, cancellationToken))
        {
            Since = Since(actor, facts, all),
        };
    }

    /// <summary>All commitments outside the annex. Three statements: reader, revision, records; four for who records.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public async Task<CommitmentList> CommitmentsAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var mayRecord = actor.May(Act.ReviewTasks);
        var bases = mayRecord
            ? (await TrailsAsync(db, facts, report => true, cancellationToken)).Where(trail => trail.Status == TaskReportStatus.Approved)
            : [];
        return new CommitmentList(
            facts,
            await CommitmentsAsync(db, facts, commitment => true, cancellationToken),
            mayRecord,
            bases.Select(trail => trail.Key).OrderByDescending(key => key.Quarter).ToLookup(key => key.TaskNumber));
    }

    /// <summary>Some of the commitments, over a context that is open already. One statement.</summary>
    internal async Task<IReadOnlyList<CommitmentLine>> CommitmentsAsync(
        GreenDevDbContext db, PlanFacts facts, Func<Commitment, bool> isAsked, CancellationToken cancellationToken)
    {
        var asked = facts.Plan.Commitments.Where(isAsked).ToList();
        var ids = asked.Select(commitment => commitment.Id).ToList();
        var seenAt = facts.SeenAt;
        var rows = await (
            from record in db.CommitmentRecords.AsNoTracking()
            where ids.Contains(record.CommitmentId) && (seenAt == null || record.Recorded.At <= seenAt)
            join r in db.TaskReports on record.ReportId equals r.Id into reports
            from report in reports.DefaultIfEmpty()
            orderby record.Number descending
            select new { Record = record, Report = report }).ToListAsync(cancellationToken);
        var byCommitment = rows.ToLookup(row => row.Record.CommitmentId);
        return
        [
            .. from commitment in asked
               let task = facts.Plan.Tasks.First(task => task.Number == commitment.TaskNumber)
               let records = byCommitment[commitment.Id].ToList()
               let last = records.FirstOrDefault()
               select new CommitmentLine(
                   commitment,
                   task,
                   facts.Department(task.Departments.MinBy(named => named.Order)!.DepartmentId),
                   commitment.StateOf(last?.Record, clock.DayOf(facts), options.Value.NearDays),
                   [.. records.Select(row => row.Record)],
                   last?.Report is { } report ? new TaskReportKey(task.Number, report.DepartmentId, report.Quarter) : null),
        ];
    }

    private static TaskReportReader ReaderOf(Actor actor, PlanFacts facts, TaskReportTrail trail) => TaskAccess.ReaderOf(actor, facts, trail.Key.DepartmentId);

    private static IReadOnlyList<TaskChange>? Since(Actor actor, PlanFacts facts, IEnumerable<TaskReportTrail> trails) =>
        facts.SeenAt is { } moment ? TaskChange.Of(trails, moment, trail => ReaderOf(actor, facts, trail)) : null;

    /// <summary>Of which tasks the lead owes its report of a quarter, by department; whoever asks. One statement.</summary>
    internal static async Task<ILookup<Department, int>> OwedAsync(GreenDevDbContext db, PlanFacts facts, Quarter quarter, CancellationToken cancellationToken)
    {
        var standing = (await TrailsAsync(db, facts, report => report.Quarter == quarter, cancellationToken)).ToDictionary(trail => trail.Key, trail => trail.Status);
        var owed =
            from task in facts.Plan.Tasks
            let lead = task.Departments.MinBy(named => named.Order)!.DepartmentId
            where !standing.TryGetValue(new TaskReportKey(task.Number, lead, quarter), out var status) || status is TaskReportStatus.Draft or TaskReportStatus.Returned
            select (Department: facts.Department(lead), task.Number);
        return owed.ToLookup(one => one.Department, one => one.Number);
    }

    private TaskProgressLine Line(
        Actor actor, PlanFacts facts, ReportingPeriod period, PlanTask task, TaskDepartment named, Dictionary<TaskReportKey, TaskReportTrail> trails)
    {
        var key = new TaskReportKey(task.Number, named.DepartmentId, period.Quarter);
        var reader = TaskAccess.ReaderOf(actor, facts, named.DepartmentId);
        var all = trails.GetValueOrDefault(key);
        var isLead = named.Order == task.Departments.Min(other => other.Order);
        var isRunning = facts.SeenAt is null && period is { OpenedAt: not null, AcceptsReview: true };
        var isWithDepartment = all?.Status is null or TaskReportStatus.Draft or TaskReportStatus.Returned;

        // What was handed in on time and came back is not late: it goes by its first submission.
        var handedInOn = all?.SubmittedAt is { } at ? clock.DayOf(at) : (DateOnly?)null;
        var cameBackInTime = all?.Status == TaskReportStatus.Returned && handedInOn <= period.DueOn;
        return new TaskProgressLine(
            key,
            task,
            facts.Department(named.DepartmentId),
            isLead,
            all?.For(reader),
            trails.GetValueOrDefault(key with { Quarter = period.Quarter.Previous })?.For(reader)?.Latest,
            all?.Status,
            isLead && isWithDepartment && clock.DayOf(facts) > period.DueOn && !cameBackInTime,
            isRunning && reader == TaskReportReader.Department && (isWithDepartment || all!.Status == TaskReportStatus.Waiting),
            isRunning && actor.May(Act.ReviewTasks) && all?.Status is TaskReportStatus.Waiting or TaskReportStatus.Approved)
        {
            IsLate = isLead && !isWithDepartment && handedInOn > period.DueOn,
        };
    }

    private static async Task<List<TaskReportTrail>> TrailsAsync(
        GreenDevDbContext db, PlanFacts facts, System.Linq.Expressions.Expression<Func<TaskReport, bool>> isAsked, CancellationToken cancellationToken)
    {
        var rows = await (
            from report in db.TaskReports.AsNoTracking().Where(isAsked)
            where report.PlanId == facts.Plan.Id
            join version in db.TaskReportVersions on report.Id equals version.ReportId
            orderby report.Id, version.Number
            select new { Report = report, Version = version }).ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               group row by row.Report.Id into one
               let report = one.First().Report
               let number = facts.Plan.Tasks.First(task => task.Id == report.TaskId).Number
               select new TaskReportTrail(new TaskReportKey(number, report.DepartmentId, report.Quarter), [.. one.Select(row => row.Version)]),
        ];
    }
}
