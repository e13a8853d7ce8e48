using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Audit;

/// <summary>Reads the audit; the audit role only.</summary>
public sealed class AuditQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <summary>The most rows one answer holds; narrow the dates to see more.</summary>
    public const int MaxRows = 5000;

    /// <summary>Entries of a span, the latest first.</summary>
    /// <exception cref="RefusalException">Not the audit role.</exception>
    public async Task<IReadOnlyList<AuditEvent>> EventsAsync(
        Caller caller, AuditSpan span, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Between(db, await ReaderAsync(db, caller, cancellationToken), span.From, span.Until)
            .Where(audit => span.BeforeId == null || audit.Id < span.BeforeId)
            .OrderByDescending(audit => audit.Id)
            .Take(Math.Clamp(limit, 1, MaxRows))
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// A page of the entries that a filter lets through, sorted and counted by the database: they grow without limit. The count costs a
    /// statement of its own, which the only page of a short list is spared.
    /// </summary>
    /// <param name="page">From 0.</param>
    /// <exception cref="RefusalException">Not the audit role.</exception>
    public async Task<AuditExcerpt> PageAsync(Caller caller, AuditFilter filter, int page, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reader = await ReaderAsync(db, caller, cancellationToken);
        var entries = await WantedAsync(db, caller, reader, filter, cancellationToken);
        var rows = await Ordered(entries, filter).Skip(page * size).Take(size).ToListAsync(cancellationToken);
        var isWhole = page == 0 && rows.Count < size;
        return new AuditExcerpt(rows, isWhole ? rows.Count : await entries.CountAsync(cancellationToken));
    }

    private static async Task<Actor> ReaderAsync(GreenDevDbContext db, Caller caller, CancellationToken cancellationToken)
    {
        var reader = await Actor.LoadAsync(db, caller, cancellationToken);
        reader.Require(Act.ReadAudit);
        return reader;
    }

    /// <summary>What is of the plan that is asked for, and what is of none.</summary>
    private static IQueryable<AuditEvent> Of(GreenDevDbContext db, int? planId) =>
        db.AuditEvents.AsNoTracking().Where(audit => audit.PlanId == null || audit.PlanId == planId);

    private static IQueryable<AuditEvent> Between(GreenDevDbContext db, Actor reader, DateTimeOffset? from, DateTimeOffset? until) =>
        Of(db, reader.PlanId).Where(audit => (from == null || audit.At >= from) && (until == null || audit.At < until));

    private static IOrderedQueryable<AuditEvent> Ordered(IQueryable<AuditEvent> entries, AuditFilter filter)
    {
        var kinds = AuditKinds.All.ToList();
        return (filter.Sort, filter.IsAscending) switch
        {
            (AuditColumn.Time, true) => entries.OrderBy(audit => audit.At).ThenBy(audit => audit.Id),
            (AuditColumn.Time, false) => entries.OrderByDescending(audit => audit.At).ThenByDescending(audit => audit.Id),
            (AuditColumn.Person, true) => LatestFirst(entries.OrderBy(audit => audit.UserName)),
            (AuditColumn.Person, false) => LatestFirst(entries.OrderByDescending(audit => audit.UserName)),
            (AuditColumn.Kind, true) => LatestFirst(entries.OrderBy(audit => kinds.IndexOf(audit.Kind))),
            (AuditColumn.Kind, false) => LatestFirst(entries.OrderByDescending(audit => kinds.IndexOf(audit.Kind))),
            (AuditColumn.Subject, true) => LatestFirst(entries.OrderBy(audit => audit.Subject)),
            (AuditColumn.Subject, false) => LatestFirst(entries.OrderByDescending(audit => audit.Subject)),
        };
    }

    private static IOrderedQueryable<AuditEvent> LatestFirst(IOrderedQueryable<AuditEvent> entries) =>
        entries.ThenByDescending(audit => audit.At).ThenByDescending(audit => audit.Id);

    private async Task<IQueryable<AuditEvent>> WantedAsync(GreenDevDbContext db, Caller caller, Actor reader, AuditFilter filter, CancellationToken cancellationToken)
    {
        var from = filter.From is { } first ? clock.StartOf(first) : (DateTimeOffset?)null;
        var until = filter.To is { } last && last < DateOnly.MaxValue ? clock.StartOf(last.AddDays(1)) : (DateTimeOffset?)null;
        var entries = Between(db, reader, from, until);
        if (!string.IsNullOrWhiteSpace(filter.Kind))
        {
            entries = entries.Where(audit => audit.Kind == filter.Kind);
        }

        if (TypedText.Sought(filter.User) is { Length: > 0 } person)
        {
            var pattern = $"%{SubjectPatterns.Escaped(person)}%";
            entries = entries.Where(audit => EF.Functions.ILike(audit.UserName, pattern, "\\"));
        }

        if (TypedText.Sought(filter.Text) is { Length: > 0 } text)
        {
            var path = StoredJson.PathTo(text);
            entries = entries.Where(audit => StoredJson.Has(audit.Before, path) || StoredJson.Has(audit.After, path));
        }

        if (TypedText.Sought(filter.Subject) is { Length: > 0 } subject)
        {
            var plan = (await catalogue.FactsAsync(db, caller, cancellationToken)).Plan;
            entries = subject.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Aggregate(entries, (some, word) => About(some, plan, word));
        }

        return entries;
    }

    /// <summary>The last entries over a context that is open already, for a reader whose right has been checked. One statement.</summary>
    internal static async Task<IReadOnlyList<AuditEvent>> LatestAsync(GreenDevDbContext db, Actor reader, int count, CancellationToken cancellationToken) =>
        await Of(db, reader.PlanId).OrderByDescending(audit => audit.Id).Take(count).ToListAsync(cancellationToken);

    /// <summary>What a refused request asked for is named in what was kept of it.</summary>
    private static IQueryable<AuditEvent> About(IQueryable<AuditEvent> entries, Plan plan, string word)
    {
        var patterns = SubjectPatterns.Of(plan, word);
        var feature = StoredJson.PathTo(word, "feature");
        return entries.Where(audit =>
            patterns.Any(pattern => EF.Functions.ILike(audit.Subject, pattern))
            || (audit.Kind == AuditKinds.AccessRefused && StoredJson.Has(audit.After, feature)));
    }
}
