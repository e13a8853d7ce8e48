using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Audit;

/// <summary>Reads the audit; the audit role only.</summary>
public sealed class AuditQueries(IDbContextFactory<GreenDevDbContext> contexts, OfficeClock clock)
{
    /// <summary>The most rows one answer holds; narrow the dates to see more.</summary>
    public const int MaxRows = 5000;

    /// <summary>Entries of a span, the latest first.</summary>
    /// <exception cref="RefusalException">Not the audit role.</exception>
    public async Task<IReadOnlyList<AuditEvent>> EventsAsync(
        Caller caller, AuditSpan span, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        (await Actor.LoadAsync(db, caller, cancellationToken)).Require(Act.ReadAudit);
        return await Between(db, span.From, span.Until)
            .Where(audit => span.BeforeId == null || audit.Id < span.BeforeId)
            .OrderByDescending(audit => audit.Id)
            .Take(Math.Clamp(limit, 1, MaxRows))
            .ToListAsync(cancellationToken);
    }

    /// <summary>A page of the entries that a filter lets through.</summary>
    /// <exception cref="RefusalException">Not the audit role.</exception>
    public async Task<AuditExcerpt> PageAsync(Caller caller, AuditFilter filter, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        (await Actor.LoadAsync(db, caller, cancellationToken)).Require(Act.ReadAudit);
        var from = filter.From is { } first ? clock.StartOf(first) : (DateTimeOffset?)null;
        var until = filter.To is { } last && last < DateOnly.MaxValue ? clock.StartOf(last.AddDays(1)) : (DateTimeOffset?)null;
        var entries = Between(db, from, until);
        if (!string.IsNullOrWhiteSpace(filter.Kind))
        {
            entries = entries.Where(audit => audit.Kind == filter.Kind);
        }

        if (TypedText.Sought(filter.User) is { Length: > 0 } sought)
        {
            var pattern = $"%{Escaped(sought)}%";
            entries = entries.Where(audit => EF.Functions.ILike(audit.UserName, pattern, "\\"));
        }

        if (filter.Before is { } before)
        {
            entries = entries.Where(audit => audit.Id < before);
        }

        // One more than shown says whether there is a next page.
        var rows = await entries.OrderByDescending(audit => audit.Id).Take(Math.Clamp(size, 1, MaxRows) + 1).ToListAsync(cancellationToken);
        return rows.Count > size ? new AuditExcerpt(rows[..size], rows[size - 1].Id) : new AuditExcerpt(rows, Next: null);
    }

    /// <summary>The last entries over a context that is open already, for a reader whose right has been checked. One statement.</summary>
    internal static async Task<IReadOnlyList<AuditEvent>> LatestAsync(GreenDevDbContext db, int count, CancellationToken cancellationToken) =>
        await db.AuditEvents.AsNoTracking().OrderByDescending(audit => audit.Id).Take(count).ToListAsync(cancellationToken);

    private static IQueryable<AuditEvent> Between(GreenDevDbContext db, DateTimeOffset? from, DateTimeOffset? until) =>
        db.AuditEvents.AsNoTracking().Where(audit => (from == null || audit.At >= from) && (until == null || audit.At < until));

    /// <summary>What people type is text, not a pattern.</summary>
    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
