using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>Takes a file from beside what it supports, which is held; it stays in the history.</summary>
internal static class EvidenceRemovals
{
    /// <exception cref="RefusalException">Conflict: removed before.</exception>
    public static async Task AddAsync(WriteScope scope, EvidenceFile file, int version, AuditSubject subject)
    {
        if (await scope.Db.EvidenceRemovals.AnyAsync(removal => removal.FileId == file.Id, scope.CancellationToken))
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, "这份佐证材料已经移除了。");
        }

        scope.Db.EvidenceRemovals.Add(new EvidenceRemoval { FileId = file.Id, Version = version, Recorded = scope.Recording });
        scope.Audit(AuditKinds.EvidenceRemoved, subject, AuditedEvidence.Of(file), after: null);
    }
}
