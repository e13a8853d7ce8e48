using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>The evidence (佐证材料) that stands beside values: not removed, and that of corrections once they are approved.</summary>
internal static class StandingEvidence
{
    /// <summary>Those of some values that have any.</summary>
    public static async Task<HashSet<long>> ValuesAsync(GreenDevDbContext db, IEnumerable<ReportedValue> values, CancellationToken cancellationToken)
    {
        var ids = values.Select(value => value.Id).ToList();
        return await In(db).Where(file => file.ValueId != null && ids.Contains(file.ValueId.Value)).Select(file => file.ValueId!.Value).ToHashSetAsync(cancellationToken);
    }

    public static IQueryable<EvidenceFile> In(GreenDevDbContext db) => db.EvidenceFiles.Where(file =>
        !db.EvidenceRemovals.Any(removal => removal.FileId == file.Id)
        && (file.CorrectionId == null || db.CorrectionDecisions.Any(decision => decision.CorrectionId == file.CorrectionId && decision.IsApproved)));
}
