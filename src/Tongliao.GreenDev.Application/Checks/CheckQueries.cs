using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>Reads the check rules (校核规则), which are everyone's, and how often they are raised, as far as the reader may see values.</summary>
public sealed class CheckQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <param name="caller">Anybody signed in.</param>
    /// <param name="wanted">Of the hits; null for the quarter people work on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">No such quarter.</exception>
    public async Task<CheckOverview> OverviewAsync(Caller caller, Quarter? wanted, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        var period = wanted is { } quarter ? reference.Facts.Period(quarter) : reference.Facts.CurrentPeriod();
        return new CheckOverview(
            reference.Facts,
            period,
            actor.May(Act.ManageChecks),
            actor.May(Act.ReadValues) ? await HitsAsync(db, actor, reference.InForce(period.Quarter), period.Quarter, cancellationToken) : null);
    }

    /// <summary>How many values of a quarter, wherever they stand, have something to be explained (需核对) and no 说明 for it.</summary>
    /// <exception cref="RefusalException">A role that reads no values, or no such quarter.</exception>
    public async Task<int> UnexplainedAsync(Caller caller, Quarter quarter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        var asked = await FindingsAsync(db, actor.MayReadUnit, reference.InForce(reference.Facts.Period(quarter).Quarter), quarter, cancellationToken);
        return asked.Where(value => value.Finding is { Severity: FindingSeverity.Warning, Explanation: null })
            .Select(value => (value.UnitCode, value.IndicatorNumber)).Distinct().Count();
    }

    /// <summary>Every 说明 with its question, of the values of a quarter that count on a basis, as far as the reader may see them; as of a moment (截至), or now.</summary>
    /// <exception cref="RefusalException">A role that reads no values, or no such quarter.</exception>
    public async Task<IReadOnlyList<ValueAnswer>> AnswersAsync(
        Caller caller, Quarter quarter, FigureBasis basis, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var reference = (await catalogue.GetAsync(db, caller, cancellationToken)).SeenAt(asOf);
        return await AnswersAsync(db, actor.MayReadUnit, reference, quarter, basis, cancellationToken);
    }

    /// <summary>Those of a release: without those of values that were corrected (更正) later, which answer other numbers.</summary>
    /// <exception cref="RefusalException">A role that reads no values, or no such quarter.</exception>
    public async Task<IReadOnlyList<ValueAnswer>> IssuedAnswersAsync(
        Caller caller, Quarter quarter, FigureBasis basis, DateTimeOffset issued, CancellationToken cancellationToken)
    {
        var answers = await AnswersAsync(caller, quarter, basis, asOf: null, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = CallersPlan.Of(db, caller).Take(1);
        var corrected = (await (
            from revision in db.Revisions
            where revision.Kind == RevisionKind.Correct && revision.At > issued
            join value in db.Values on revision.ValueId equals value.Id
            join submission in db.Submissions on value.SubmissionId equals submission.Id
            where submission.Quarter == quarter && plan.Contains(submission.PlanId)
            join unit in db.Units on submission.UnitId equals unit.Id
            join indicator in db.Indicators on value.IndicatorId equals indicator.Id
            select new { unit.Code, indicator.Number })
            .ToListAsync(cancellationToken)).ToHashSet();
        return [.. answers.Where(answer => !corrected.Contains(new { Code = answer.UnitCode, Number = answer.IndicatorNumber }))];
    }

    /// <summary>The same of every unit, for the command line; the plan by its key, or the first.</summary>
    public async Task<IReadOnlyList<ValueAnswer>> AllAnswersAsync(string? plan, Quarter quarter, FigureBasis basis, CancellationToken cancellationToken)
    {
        var reference = await catalogue.NamedAsync(plan, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await AnswersAsync(db, _ => true, reference, quarter, basis, cancellationToken);
    }

    /// <summary>The same over a context that is open already, of the units that the reader may see. One statement, and one more where evidence is asked for.</summary>
    internal static async Task<IReadOnlyList<ValueAnswer>> AnswersAsync(
        GreenDevDbContext db, Func<ReportingUnit, bool> mayRead, ReferenceData reference, Quarter quarter, FigureBasis basis, CancellationToken cancellationToken)
    {
        var asked = await FindingsAsync(db, mayRead, reference.InForce(reference.Facts.Period(quarter).Quarter), quarter, cancellationToken);
        return
        [
            .. from value in asked
               where value.Finding.Explanation is not null && Counts(value.Status, basis)
               select new ValueAnswer(value.UnitCode, value.IndicatorNumber, value.Finding.Rule, value.Finding.Code, value.Finding.Message, value.Finding.Explanation!),
        ];
    }

    private static bool Counts(ValueStatus status, FigureBasis basis) => basis switch
    {
        FigureBasis.Entered => true,
        FigureBasis.Submitted => status.HasReachedCity(),
        FigureBasis.Approved => status == ValueStatus.Accepted,
    };

    /// <summary>How often each rule is raised.</summary>
    private static async Task<Dictionary<string, CheckHits>> HitsAsync(
        GreenDevDbContext db, Actor actor, ReferenceData reference, Quarter quarter, CancellationToken cancellationToken) =>
        (await FindingsAsync(db, actor.MayReadUnit, reference, quarter, cancellationToken)).GroupBy(value => value.Finding.Code).ToDictionary(
            rule => rule.Key, rule => new CheckHits(rule.Count(), rule.Count(value => value.Finding.Explanation is not null)));

    /// <summary>What every value as it stands is asked, under the thresholds of then. One statement, and one more where evidence is asked for.</summary>
    private static async Task<List<(string UnitCode, int IndicatorNumber, ValueStatus Status, EntryFinding Finding)>> FindingsAsync(
        GreenDevDbContext db, Func<ReportingUnit, bool> mayRead, ReferenceData reference, Quarter quarter, CancellationToken cancellationToken)
    {
        var facts = reference.Facts;
        var table = await FigureTable.ReadAsync(
            db, facts, FigureTable.QuartersForChecks(facts.Plan, quarter), FigureBasis.Entered, unitId: null, indicatorId: null, cancellationToken);
        var values = table.StandingIn(quarter).ToLookup(value => (value.UnitId, value.IndicatorId));
        var asksForEvidence = facts.Checks.Limits.AsksForEvidence;
        var supported = asksForEvidence
            ? await StandingEvidence.ValuesAsync(db, values.SelectMany(value => value).Select(value => value.ValueId), facts.SeenAt, cancellationToken) : [];
        return
        [
            .. from unit in facts.Plan.Units
               where mayRead(unit)
               from indicator in facts.Plan.Indicators
               from value in values[(unit.Id, indicator.Id)]
               where value.Status != ValueStatus.Empty
               from finding in FindingList.Of(
                   quarter, value.Figure, value.Explanations, table.CheckContextOf(reference, unit, indicator, quarter) with { LacksEvidence = asksForEvidence && !supported.Contains(value.ValueId) })
               select (unit.Code, indicator.Number, value.Status, finding),
        ];
    }
}
