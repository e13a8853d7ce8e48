using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>Makes releases of locked quarters.</summary>
internal static class NewReleases
{
    /// <summary>Of each of some quarters that is locked, the next one.</summary>
    /// <param name="scope">The change that makes them.</param>
    /// <param name="facts">The plan.</param>
    /// <param name="quarters">Also such as are not locked, which have none.</param>
    /// <param name="correctionId">The correction of a value that they have besides.</param>
    /// <param name="ruleChange">The correction of rules that they have besides.</param>
    public static async Task<IReadOnlyList<Release>> AddAsync(
        WriteScope scope, PlanFacts facts, IEnumerable<Quarter> quarters, long? correctionId, string? ruleChange)
    {
        // Two corrections may be decided at once: releases are counted one after the other.
        await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Releases})", scope.CancellationToken);
        var numbers = await scope.Db.Releases.Where(release => release.PlanId == facts.Plan.Id).GroupBy(release => release.Quarter)
            .Select(group => new { group.Key, Last = group.Max(release => release.Number) }).ToDictionaryAsync(group => group.Key, group => group.Last, scope.CancellationToken);
        var made = quarters.Distinct().Where(numbers.ContainsKey).Select(quarter => new Release
        {
            PlanId = facts.Plan.Id,
            Quarter = quarter,
            Number = numbers[quarter] + 1,
            CorrectionId = correctionId,
            RuleChange = ruleChange,
            Recorded = scope.Recording,
        }).ToList();
        scope.Db.Releases.AddRange(made);
        return made;
    }
}
