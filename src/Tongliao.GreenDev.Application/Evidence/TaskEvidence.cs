using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>A file of evidence with the report on a task that it stands beside, as far as somebody sees it.</summary>
internal sealed record TaskEvidence(TaskReportKey Key, EvidenceFile File, int? Removed)
{
    /// <exception cref="RefusalException">NotFound alike for what is not there and what is out of sight.</exception>
    public static async Task<EvidenceFile> RequireAsync(GreenDevDbContext db, Actor actor, PlanFacts facts, long id, CancellationToken cancellationToken) =>
        (await FindAsync(db, actor, facts, id, cancellationToken) ?? throw LocatedEvidence.NotFound()).File;

    /// <summary>Also one that was removed; null for what is out of sight or does not stand beside a report on a task.</summary>
    public static async Task<TaskEvidence?> FindAsync(GreenDevDbContext db, Actor actor, PlanFacts facts, long id, CancellationToken cancellationToken) =>
        (await ReadAsync(db, actor, facts, db.EvidenceFiles.Where(file => file.Id == id), cancellationToken)).SingleOrDefault();

    /// <summary>Of some files those that somebody sees, in the order in which they came. Two statements.</summary>
    public static async Task<IReadOnlyList<TaskEvidence>> ReadAsync(
        GreenDevDbContext db, Actor actor, PlanFacts facts, IQueryable<EvidenceFile> files, CancellationToken cancellationToken)
    {
        actor.Require(Act.ReadValues);
        var seenAt = facts.SeenAt;
        var rows = await (
            from file in files.AsNoTracking()
            join report in db.TaskReports on file.TaskReportId equals (int?)report.Id
            where report.PlanId == facts.Plan.Id
            from removal in db.EvidenceRemovals.Where(removal => removal.FileId == file.Id && (seenAt == null || removal.Recorded.At <= seenAt)).DefaultIfEmpty()
            orderby file.Id
            select new { File = file, Report = report, Removed = (int?)removal.Version }).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Report.Id).Distinct().ToList();
        var versions = (await db.TaskReportVersions.AsNoTracking().Where(version => ids.Contains(version.ReportId))
            .OrderBy(version => version.Number).ToListAsync(cancellationToken)).ToLookup(version => version.ReportId);
        return
        [
            .. from row in rows
               let key = new TaskReportKey(facts.Plan.Tasks.First(task => task.Id == row.Report.TaskId).Number, row.Report.DepartmentId, row.Report.Quarter)
               let trail = new TaskReportTrail(key, [.. versions[row.Report.Id].Where(version => version.Recorded.IsKnownAt(seenAt))])
               where trail.ShowsFile(row.File.Version, row.Removed, TaskAccess.ReaderOf(actor, facts, key.DepartmentId))
               select new TaskEvidence(key, row.File, row.Removed),
        ];
    }
}
