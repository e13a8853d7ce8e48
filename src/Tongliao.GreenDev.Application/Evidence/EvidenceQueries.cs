using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>Reads evidence (佐证材料), for whoever may read the value that it stands beside.</summary>
public sealed class EvidenceQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <summary>All that was ever handed in for a value and its corrections, the latest first.</summary>
    /// <exception cref="RefusalException">Out of sight, or unknown.</exception>
    public async Task<IReadOnlyList<EvidenceLine>> OfValueAsync(Caller caller, ValueKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        return await (
            from value in Values(db, actor, facts, key)
            join file in db.EvidenceFiles on (long?)value.Id equals file.ValueId
            from removal in db.EvidenceRemovals.Where(removal => removal.FileId == file.Id).DefaultIfEmpty()
            orderby file.Id descending
            select new EvidenceLine(file, removal)).AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>What stands beside a value, in the order in which it came.</summary>
    /// <exception cref="RefusalException">Out of sight, or unknown.</exception>
    public Task<IReadOnlyList<EvidenceFile>> StandingAsync(Caller caller, ValueKey key, CancellationToken cancellationToken) =>
        StandingAsync(caller, key, asOf: null, cancellationToken);

    /// <summary>The same as of a moment (截至); null for now.</summary>
    /// <inheritdoc cref="StandingAsync(Caller, ValueKey, CancellationToken)"/>
    public async Task<IReadOnlyList<EvidenceFile>> StandingAsync(Caller caller, ValueKey key, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        var values = Values(db, actor, facts, key);
        return await StandingEvidence.In(db, asOf).AsNoTracking().Where(file => values.Any(value => value.Id == file.ValueId)).OrderBy(file => file.Id).ToListAsync(cancellationToken);
    }

    /// <summary>What supports corrections that the reader may see, by the correction.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public async Task<ILookup<long, EvidenceFile>> OfCorrectionsAsync(Caller caller, IReadOnlyCollection<long> corrections, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        var readable = ReportAccess.Readable(actor, facts);
        return (await (
            from file in db.EvidenceFiles.AsNoTracking()
            where file.CorrectionId != null && corrections.Contains(file.CorrectionId.Value) && !db.EvidenceRemovals.Any(removal => removal.FileId == file.Id)
            join value in db.Values on file.ValueId equals (long?)value.Id
            join submission in db.Submissions on value.SubmissionId equals submission.Id
            where readable.Contains(submission.UnitId)
            orderby file.Id
            select file).ToListAsync(cancellationToken)).ToLookup(file => file.CorrectionId!.Value);
    }

    /// <summary>One file with its content.</summary>
    /// <param name="caller">Whoever may read the value, or the report on a task.</param>
    /// <param name="id">Which.</param>
    /// <param name="kept">The tags (<see cref="EvidenceDownload.TagOf"/>) of what the reader has already.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">Out of sight, or unknown.</exception>
    public async Task<EvidenceDownload> DownloadAsync(Caller caller, long id, IReadOnlyCollection<string> kept, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        var file = (await LocatedEvidence.FindAsync(db, actor, facts, id, cancellationToken))?.File
            ?? await TaskEvidence.RequireAsync(db, actor, facts, id, cancellationToken);
        return new EvidenceDownload(file, kept.Contains(EvidenceDownload.TagOf(file))
            ? null
            : await db.EvidenceContents.Where(content => content.Hash == file.Hash).Select(content => content.Content).SingleAsync(cancellationToken));
    }

    private static IQueryable<ReportedValue> Values(GreenDevDbContext db, Actor actor, PlanFacts facts, ValueKey key)
    {
        var unit = ReportAccess.RequireReporting(actor, facts, key.UnitCode);
        var (quarter, indicator) = (facts.Period(key.Quarter).Quarter, facts.Indicator(key.IndicatorNumber));
        return db.Submissions.Where(submission => submission.UnitId == unit.Id && submission.Quarter == quarter)
            .SelectMany(submission => submission.Values).Where(value => value.IndicatorId == indicator.Id);
    }
}
