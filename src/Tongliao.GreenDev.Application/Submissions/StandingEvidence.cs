using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>The evidence (佐证材料) that stands beside values: not removed, and that of corrections once they are approved.</summary>
internal static class StandingEvidence
{
    /// <summary>Those of some values that have any.</summary>
    public static Task<HashSet<long>> ValuesAsync(GreenDevDbContext db, IEnumerable<ReportedValue> values, CancellationToken cancellationToken) =>
        ValuesAsync(db, values.Select(value => value.Id), asOf: null, cancellationToken);

    /// <summary>The same as of a moment (截至), by the ids of the values.</summary>
    public static async Task<HashSet<long>> ValuesAsync(GreenDevDbContext db, IEnumerable<long> values, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var ids = values.ToList();
        return await In(db, asOf).Where(file => file.ValueId != null && ids.Contains(file.ValueId.Value)).Select(file => file.ValueId!.Value).ToHashSetAsync(cancellationToken);
    }

    /// <summary>What stood at a moment; null for now.</summary>
    public static IQueryable<EvidenceFile> In(GreenDevDbContext db, DateTimeOffset? asOf) => asOf is null ? In(db) : db.EvidenceFiles.Where(file =>
        file.Recorded.At <= asOf
        && !db.EvidenceRemovals.Any(removal => removal.FileId == file.Id && removal.Recorded.At <= asOf)
        && (file.CorrectionId == null || db.CorrectionDecisions.Any(decision =>
            decision.CorrectionId == file.CorrectionId && decision.IsApproved && decision.Recorded.At <= asOf)));

    public static IQueryable<EvidenceFile> In(GreenDevDbContext db) => db.EvidenceFiles.Where(file =>
        !db.EvidenceRemovals.Any(removal => removal.FileId == file.Id)
        && (file.CorrectionId == null || db.CorrectionDecisions.Any(decision => decision.CorrectionId == file.CorrectionId && decision.IsApproved)));
}
