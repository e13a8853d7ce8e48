using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>Refuses a change of something that has changed since it was seen.</summary>
internal static class SeenVersion
{
    /// <summary>Compares; the row is locked already, so that nobody else changes it before the end.</summary>
    /// <param name="scope">The change.</param>
    /// <param name="seen">The version that was read; null is not checked.</param>
    /// <param name="current">What stands there.</param>
    /// <param name="name">Chinese: what it is, for example 2025年三季度填报期.</param>
    /// <param name="subject">What the audit calls it.</param>
    /// <param name="kinds">The kinds of audit entries that such changes leave.</param>
    /// <exception cref="RefusalException">Conflict, with what stands there, who changed it and when.</exception>
    public static async Task RequireAsync(
        WriteScope scope, int? seen, CurrentState current, string name, AuditSubject subject, params IReadOnlyCollection<string> kinds)
    {
        if (seen is null || seen == current.Version)
        {
            return;
        }

        // Whoever is told of a conflict is told of a recent change: the audit is read from its end.
        var (stored, planId) = (subject.ToString(), subject.IsOfPlan ? scope.PlanId : null);
        var last = await scope.Db.AuditEvents.Where(audit => kinds.Contains(audit.Kind) && audit.Subject == stored && audit.PlanId == planId && audit.Succeeded)
            .OrderByDescending(audit => audit.Id)
            .Select(audit => new { audit.UserName, audit.At })
            .FirstOrDefaultAsync(scope.CancellationToken);
        throw RefusalException.Conflict(
            RefusalCodes.StaleVersion,
            $"{name}在您打开之后已被{last?.UserName}修改，这次没有保存；请核对现在的内容后再办理。",
            current with { ChangedBy = last?.UserName ?? "", ChangedAt = last?.At });
    }
}
