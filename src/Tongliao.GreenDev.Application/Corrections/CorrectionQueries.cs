using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>Reads corrections (更正) and what they change.</summary>
public sealed class CorrectionQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <summary>All that the reader may see: what waits first, then the latest.</summary>
    /// <param name="caller">Of a county its own; others all.</param>
    /// <param name="quarter">Only of this quarter; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public async Task<CorrectionList> ListAsync(Caller caller, Quarter? quarter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var lines = await LinesAsync(db, facts, line => true, cancellationToken);
        return new CorrectionList(
            actor,
            facts,
            [.. lines.Where(line => actor.MayReadUnit(line.Unit) && (quarter is null || line.Quarter == quarter))
                .OrderBy(line => line.Decision is not null).ThenByDescending(line => line.Correction.Recorded.At)]);
    }

    /// <summary>One correction with every rating that it changes, or changed when it was approved.</summary>
    /// <exception cref="RefusalException">Unknown, or out of sight.</exception>
    public async Task<CorrectionCase> CaseAsync(Caller caller, long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var line = (await LinesAsync(db, reference.Facts, correction => correction.Id == id, cancellationToken)).SingleOrDefault();
        if (line is null || !actor.MayReadUnit(line.Unit))
        {
            throw NoSuchCorrection();
        }

        var changes = line.Decision is null
            ? await CorrectionEffect.OfAsync(db, reference, line, await CarriedAsync(db, reference.Facts, line, cancellationToken), cancellationToken)
            : [];
        return new CorrectionCase(
            actor, line, [.. changes.Where(change => actor.MayReadUnit(change.Unit) && (!actor.Role.IsCounty() || change.Unit.Reports))]);
    }

    private static async Task<IReadOnlyList<CarriedCorrection>> CarriedAsync(
        GreenDevDbContext db, PlanFacts facts, CorrectionLine line, CancellationToken cancellationToken)
    {
        var ids = SharedCorrections.Sharing(facts, line.Indicator).Select(indicator => indicator.Id).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var values = await db.Submissions.AsNoTracking()
            .Where(submission => submission.UnitId == line.Unit.Id && submission.Quarter == line.Quarter)
            .SelectMany(submission => submission.Values)
            .Where(value => ids.Contains(value.IndicatorId))
            .ToDictionaryAsync(value => value.IndicatorId, cancellationToken);
        return SharedCorrections.Of(facts, line.Indicator, line.Correction.Statement, values);
    }

    /// <summary>Corrections with what they are about, in one statement.</summary>
    internal static async Task<IReadOnlyList<CorrectionLine>> LinesAsync(
        GreenDevDbContext db, PlanFacts facts, System.Linq.Expressions.Expression<Func<Correction, bool>> which, CancellationToken cancellationToken)
    {
        var rows = await (
            from correction in db.Corrections.AsNoTracking().Where(which)
            join revision in db.Revisions on new { correction.ValueId, correction.Version } equals new { revision.ValueId, revision.Version }
            join value in db.Values on correction.ValueId equals value.Id
            join submission in db.Submissions on value.SubmissionId equals submission.Id
            where submission.PlanId == facts.Plan.Id
            from decision in db.CorrectionDecisions.Where(decision => decision.CorrectionId == correction.Id).DefaultIfEmpty()
            select new { correction, revision, value.IndicatorId, submission.UnitId, submission.Quarter, decision })
            .AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               select new CorrectionLine(
                   row.correction,
                   facts.Plan.Units.Single(unit => unit.Id == row.UnitId),
                   row.Quarter,
                   facts.Plan.Indicators.Single(indicator => indicator.Id == row.IndicatorId),
                   row.revision.Statement,
                   row.decision),
        ];
    }

    internal static RefusalException NoSuchCorrection() => RefusalException.NotFound("没有这条更正申请，或不在您的查看范围内。");
}
