using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>What values said when they were returned or reopened last.</summary>
internal static class ReturnedStatements
{
    /// <summary>Those that say the same again, and so need an answer (答复). One statement, and only where something was returned.</summary>
    public static async Task<IReadOnlyList<StepCandidate>> UnchangedAsync(WriteScope scope, IReadOnlyList<StepCandidate> returned)
    {
        if (returned.Count == 0)
        {
            return [];
        }

        var ids = returned.Select(candidate => candidate.Value.Id).ToList();
        var revisions = await scope.Db.Revisions.AsNoTracking()
            .Where(revision => ids.Contains(revision.ValueId) && (revision.Kind == RevisionKind.Return || revision.Kind == RevisionKind.Reopen))
            .ToListAsync(scope.CancellationToken);
        var last = revisions.GroupBy(revision => revision.ValueId).ToDictionary(group => group.Key, group => group.MaxBy(revision => revision.Version)!);
        return [.. returned.Where(candidate => candidate.Value.NeedsAnswer(last[candidate.Value.Id].Statement))];
    }
}
