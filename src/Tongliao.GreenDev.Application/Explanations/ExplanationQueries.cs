using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Explanations;

/// <summary>Says why a light is what it is (判定依据), to whoever may see it.</summary>
public sealed class ExplanationQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <summary>Five statements: reader, revision, figures, and of a unit its value's history and evidence, of a whole how many there are of both.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="key">Which value; the unit may be a whole.</param>
    /// <param name="basis">口径.</param>
    /// <param name="asOf">截至; null for now.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">A role that reads no values; a unit out of sight, or an unknown indicator or quarter.</exception>
    public async Task<RatingAccount> ReadAsync(Caller caller, ValueKey key, FigureBasis basis, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var present = await catalogue.GetAsync(db, caller, cancellationToken);
        var reference = present.SeenAt(asOf);
        var unit = ReportAccess.RequireReadable(actor, reference.Facts, key.UnitCode);
        var period = reference.Facts.Period(key.Quarter);
        var inForce = reference.InForce(key.Quarter);
        var indicator = inForce.Facts.Indicator(key.IndicatorNumber);
        List<Quarter> until = [.. reference.Facts.Periods.Select(known => known.Quarter).Where(quarter => quarter <= key.Quarter)];
        var table = await FigureTable.ReadAsync(db, reference.Facts, until, basis, unit.Reports ? unit.Id : null, indicator.Id, cancellationToken);
        List<ReportingUnit> readable = [.. RatingQueries.Visible(actor, reference.Facts.Plan)];
        var calculation = table.Calculate(inForce, unit, indicator, key.Quarter, readable);
        var account = new RatingAccount(
            inForce.Facts, unit, period, basis, calculation, AccountTarget.Of(calculation.Rating, inForce), ClauseOf(inForce.Facts.Plan, indicator), [])
        {
            Since = asOf is null ? null : ChangesSince(calculation.Rating, table.RateInForce(present, unit, key.IndicatorNumber, key.Quarter, readable), unit, key.Quarter),
        };
        var rated = table.RatedCaseOf(inForce, unit, indicator);
        return unit.Reports
            ? await WithTrailAsync(db, account, inForce.Known, asOf, (until.Count(quarter => ValueMeasure.HasReported(indicator, rated.Units[0].FigureOf(quarter))), until.Count), cancellationToken)
            : account with { Quality = await QualityOfWholeAsync(db, account, rated, asOf, cancellationToken) };
    }

    private static IReadOnlyList<ChangedLight> ChangesSince(IndicatorRating then, IndicatorRating now, ReportingUnit unit, Quarter quarter) =>
        ChangedLight.LookDifferent(then, now) ? [new ChangedLight(quarter, unit, then, now)] : [];

    private async Task<RatingAccount> WithTrailAsync(
        GreenDevDbContext db, RatingAccount account, Known known, DateTimeOffset? asOf, (int Reported, int Quarters) reported, CancellationToken cancellationToken)
    {
        var values = Values(db, account);
        var history = await db.Revisions.AsNoTracking().Where(revision => values.Any(value => value.Id == revision.ValueId))
            .OrderBy(revision => revision.Version).ToListAsync(cancellationToken);
        var evidence = await StandingEvidence.In(db, asOf).AsNoTracking().Where(file => values.Any(value => value.Id == file.ValueId))
            .OrderBy(file => file.Id).ToListAsync(cancellationToken);
        var trail = AccountTrail.Of([.. history.Where(revision => known.Includes(revision.At, revision.Kind == RevisionKind.Correct))], account.Basis);
        return account with
        {
            Steps = trail?.Steps ?? [],
            Answers = [.. trail?.Counting.Statement.Explanations.Select(explanation => explanation.Text) ?? []],
            Evidence = trail is null ? [] : evidence,
            Quality = AccountQuality.OfUnit(account.Unit, trail, trail is null ? 0 : evidence.Count, reported, clock),
        };
    }

    private static async Task<IReadOnlyList<AccountFact>> QualityOfWholeAsync(
        GreenDevDbContext db, RatingAccount account, RatedCase rated, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (!account.Calculation.ShowsAll)
        {
            return AccountQuality.OfWhole(account.Rating);
        }

        var values = Values(db, account);
        return AccountQuality.OfWhole(
            account.Rating,
            rated.Units,
            await StandingEvidence.In(db, asOf).CountAsync(file => values.Any(value => value.Id == file.ValueId), cancellationToken),
            await db.Revisions.CountAsync(revision => revision.Kind == RevisionKind.Correct && (asOf == null || revision.At <= asOf) && values.Any(value => value.Id == revision.ValueId), cancellationToken));
    }

    private static IQueryable<ReportedValue> Values(GreenDevDbContext db, RatingAccount account)
    {
        var units = account.Unit.Reporting.Select(unit => unit.Id).ToList();
        var (quarter, indicator) = (account.Period.Quarter, account.Indicator.Id);
        return db.Submissions.Where(submission => units.Contains(submission.UnitId) && submission.Quarter == quarter)
            .SelectMany(submission => submission.Values).Where(value => value.IndicatorId == indicator);
    }

    private static Clause ClauseOf(Plan plan, Indicator indicator)
    {
        var task = plan.Tasks.First(task => task.Number == indicator.TaskNumber);
        return Clause.Of(task.Text, indicator.TaskPhrase);
    }
}
