using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>Reads bulletins (通报): what was issued, which goes to every office that reads values, and the bureau's own 文稿.</summary>
public sealed class BulletinQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, BulletinFigures figures)
{
    /// <summary>All quarters. Three statements: reader, revision, editions; one more for who writes.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public async Task<BulletinList> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var editions = (await db.BulletinEditions.AsNoTracking().Where(edition => edition.PlanId == facts.Plan.Id)
            .OrderByDescending(edition => edition.Number)
            .Select(edition => new BulletinEditionLine(
                edition.Quarter, edition.Number, edition.DocumentNumber, edition.DatedOn, edition.Content.Title, edition.Recorded))
            .ToListAsync(cancellationToken)).ToLookup(line => line.Quarter);
        var saved = actor.May(Act.ManageBulletins) ? await SavedAsync(db, facts, cancellationToken) : null;
        return new BulletinList(
            actor,
            [
                .. from period in facts.Periods.Reverse()
                   where saved is null ? editions.Contains(period.Quarter) : period.OpenedAt is not null
                   select new BulletinQuarter(period, saved?.GetValueOrDefault(period.Quarter)?.Recorded, [.. editions[period.Quarter]]),
            ]);
    }

    /// <summary>What the bureau writes on. Nine statements: reader, revision, the numbers' five, 文稿, edition.</summary>
    /// <exception cref="RefusalException">Not the bureau, or no such quarter.</exception>
    public async Task<BulletinDesk> DeskAsync(Caller caller, Quarter quarter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        actor.Require(Act.ManageBulletins);
        return await DeskAsync(db, reference, actor, quarter, cancellationToken);
    }

    /// <summary>An edition, for every office that reads values: a bulletin is written to be read. Three statements, five more for who may see every unit.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="quarter">Of which quarter.</param>
    /// <param name="number">Which; null for the last.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">A role that reads no values, no such quarter, or no such edition.</exception>
    public async Task<BulletinReading> EditionAsync(Caller caller, Quarter quarter, int? number, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var period = reference.Facts.Period(quarter);
        var all = await db.BulletinEditions.AsNoTracking().Where(edition => edition.PlanId == period.PlanId && edition.Quarter == period.Quarter)
            .OrderBy(edition => edition.Number).ToListAsync(cancellationToken);
        var edition = all.Find(edition => edition.Number == (number ?? all.Count)) ?? throw NoSuchEdition(period, all.Count);
        var seesAll = reference.Facts.Plan.Units.All(actor.MayReadUnit);
        return new BulletinReading(
            reference.Facts,
            edition,
            all.Count,
            seesAll && edition.Number == all.Count
                ? BulletinChange.Numbers(edition, await figures.ReadAsync(db, reference, actor, period, cancellationToken))
                : null);
    }

    /// <summary>The same over a context that is open already, for who writes.</summary>
    internal async Task<BulletinDesk> DeskAsync(
        GreenDevDbContext db, ReferenceData reference, Actor actor, Quarter quarter, CancellationToken cancellationToken)
    {
        var period = reference.Facts.Period(quarter);
        var numbers = await figures.ReadAsync(db, reference, actor, period, cancellationToken);
        return new BulletinDesk(
            reference.Facts,
            period,
            numbers,
            BulletinWording.Of(numbers, BulletinIssuer.Of(reference.Facts.Plan)),
            await LastAsync(db, period, cancellationToken),
            await db.BulletinEditions.AsNoTracking().Where(edition => edition.PlanId == period.PlanId && edition.Quarter == period.Quarter)
                .OrderByDescending(edition => edition.Number).FirstOrDefaultAsync(cancellationToken));
    }

    /// <summary>The last 文稿 of a quarter; null for none.</summary>
    internal static Task<BulletinVersion?> LastAsync(GreenDevDbContext db, ReportingPeriod period, CancellationToken cancellationToken) =>
        db.BulletinVersions.AsNoTracking().Where(version => version.PlanId == period.PlanId && version.Quarter == period.Quarter)
            .OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellationToken);

    internal static RefusalException NoSuchEdition(ReportingPeriod period, int editions) => RefusalException.NotFound(editions == 0
        ? $"{period.Quarter.ChineseName}的通报还没有印发。"
        : $"{period.Quarter.ChineseName}的通报印发过{editions}次，没有您要的这一次。");

    private static async Task<Dictionary<Quarter, BulletinVersion>> SavedAsync(GreenDevDbContext db, PlanFacts facts, CancellationToken cancellationToken) =>
        (await db.BulletinVersions.AsNoTracking().Where(version => version.PlanId == facts.Plan.Id
                && !db.BulletinVersions.Any(later => later.PlanId == version.PlanId && later.Quarter == version.Quarter && later.Number > version.Number))
            .ToListAsync(cancellationToken)).ToDictionary(version => version.Quarter);
}
