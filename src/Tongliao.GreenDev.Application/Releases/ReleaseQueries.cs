using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Releases;

/// <summary>Reads the releases of locked quarters (发布版本). Nothing derived is kept: each is rated anew from what it rests on, and comes out as it was.</summary>
public sealed class ReleaseQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, RatingQueries ratings)
{
    /// <summary>What a release is made of.</summary>
    public const FigureBasis Basis = FigureBasis.Submitted;

    /// <summary>All releases, the latest quarter first, each with the cells it changed.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public async Task<IReadOnlyList<ReleaseLine>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var facts = reference.Facts;

        // Only where there is a second one is anything compared.
        var corrected = facts.Releases.Where(release => release.Number > 1).Select(release => release.Quarter).Distinct().ToList();
        var table = corrected.Count == 0 ? null : await TableAsync(db, facts, corrected, cancellationToken);
        return
        [
            .. facts.Releases.OrderByDescending(release => release.Quarter).ThenByDescending(release => release.Number)
                .Select(release => Line(reference, table, actor, release)),
        ];
    }

    /// <summary>One release.</summary>
    /// <exception cref="RefusalException">A role that reads no values, or no such release.</exception>
    public async Task<ReleaseCase> CaseAsync(Caller caller, Quarter quarter, int number, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var facts = reference.Facts;
        var period = facts.Period(quarter);
        var all = facts.Releases.Where(release => release.Quarter == period.Quarter).ToList();
        var release = all.Find(release => release.Number == number)
            ?? throw RefusalException.NotFound(all.Count == 0
                ? $"{period.Quarter.ChineseName}还没有锁定，没有发布版本。"
                : $"{period.Quarter.ChineseName}没有第{number}版，现有第1版至第{all.Count}版。");
        var table = await TableAsync(db, facts, [period.Quarter], cancellationToken);
        var matrix = ratings.MatrixOf(release, reference, table, [.. RatingQueries.Visible(actor, facts.Plan)], period);
        var correction = release.CorrectionId is { } id
            ? (await CorrectionQueries.LinesAsync(db, facts, correction => correction.Id == id, cancellationToken)).Single()
            : null;
        return new ReleaseCase(
            Line(reference, table, actor, release), all, matrix, correction is not null && actor.MayReadUnit(correction.Unit) ? correction : null);
    }

    private static Task<FigureTable> TableAsync(GreenDevDbContext db, PlanFacts facts, IReadOnlyList<Quarter> quarters, CancellationToken cancellationToken) =>
        FigureTable.ReadAsync(
            db,
            facts,
            [.. quarters.SelectMany(quarter => FigureTable.QuartersFor(facts.Plan, quarter)).Distinct()],
            Basis,
            unitId: null,
            indicatorId: null,
            cancellationToken);

    private static ReleaseLine Line(ReferenceData reference, FigureTable? table, Actor actor, Release release)
    {
        var before = reference.Facts.Releases.FirstOrDefault(other => other.Quarter == release.Quarter && other.Number == release.Number - 1);
        return new ReleaseLine(
            release,
            before is null || table is null ? [] : Changes(reference, table, actor, before, release),
            reference.Facts.LastReleaseOf(release.Quarter)!);
    }

    private static IReadOnlyList<ChangedCell> Changes(ReferenceData reference, FigureTable table, Actor actor, Release before, Release after)
    {
        var (then, now) = (reference.InForceOf(before), reference.InForceOf(after));
        var units = RatingQueries.Visible(actor, reference.Facts.Plan).ToList();
        return
        [
            .. from indicator in now.Facts.Plan.Indicators
               from unit in units
               let was = table.Rate(then, unit, then.Facts.Indicator(indicator.Number), after.Quarter, units)
               let becomes = table.Rate(now, unit, indicator, after.Quarter, units)
               where ChangedLight.Differ(was, becomes)
               select new ChangedCell(indicator, unit, was, becomes),
        ];
    }
}
