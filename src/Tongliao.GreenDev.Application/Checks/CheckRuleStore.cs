using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>Brings the catalogue of check rules in the database to what the portal is delivered with; what the bureau has set stays.</summary>
public sealed class CheckRuleStore(WriteTransaction write)
{
    /// <summary>Adds rules that are not there, and another version of those whose text or parameters a release has changed.</summary>
    /// <returns>How many versions were added.</returns>
    public Task<int> BringUpToDateAsync(CancellationToken cancellationToken) =>
        write.RunAsSystemAsync(
            async scope =>
            {
                // Two processes on a new database must not both load it.
                await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Plan})", cancellationToken);
                var stored = new Dictionary<string, CheckRule>();
                foreach (var rule in await scope.Db.CheckRules.AsNoTracking().OrderBy(rule => rule.Version).ToListAsync(cancellationToken))
                {
                    stored[rule.Code] = rule;
                }

                var changed = CheckRuleFile.LoadBuiltIn(scope.Recording)
                    .Select(delivered => stored.GetValueOrDefault(delivered.Code) is { } last ? last.As(delivered) : delivered)
                    .OfType<CheckRule>().ToList();
                if (changed.Count > 0)
                {
                    scope.Db.CheckRules.AddRange(changed);
                    await scope.ReferenceChangedAsync();
                }

                return changed.Count;
            },
            cancellationToken);
}
