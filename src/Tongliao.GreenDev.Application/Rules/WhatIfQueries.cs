using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>试算: what would become of the lights if something they rest on were otherwise. Three statements, and nothing is stored.</summary>
public sealed class WhatIfQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <summary>Tries terms.</summary>
    /// <param name="caller">A county tries what is its own, and is told its own lights and the wholes as far as those tell nobody else's.</param>
    /// <param name="terms">None for an empty trial.</param>
    /// <param name="from">The day from which they hold; null for the plan's first, or the one from which what they take the place of does.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">A role that reads no values, another unit's, or terms that cannot be.</exception>
    public Task<WhatIf> TryAsync(Caller caller, IReadOnlyList<RuleTerm> terms, DateOnly? from, CancellationToken cancellationToken) =>
        TryAsync(caller, terms, from, only: null, cancellationToken);

    /// <summary>The same of one quarter alone; null for all that were ever opened.</summary>
    /// <inheritdoc cref="TryAsync(Caller, IReadOnlyList{RuleTerm}, DateOnly?, CancellationToken)"/>
    public async Task<WhatIf> TryAsync(
        Caller caller, IReadOnlyList<RuleTerm> terms, DateOnly? from, Quarter? only, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var facts = reference.Facts;
        if (terms.Count == 0)
        {
            return new WhatIf(actor, facts, terms, from ?? FirstDay(facts), [], reference.RulesVersion);
        }

        RuleChecks.Require(facts, terms);
        RuleChecks.RequireOwn(actor, facts, terms);
        var begins = from ?? Begins(reference, terms);
        var rows = RuleRows.Of(reference, terms, OnTrial(begins), Recording.OnTrial);
        var table = await FigureTable.ReadAsync(
            db,
            facts,
            only is { } quarter ? FigureTable.QuartersFor(facts.Plan, facts.Period(quarter).Quarter) : [.. facts.Periods.Select(period => period.Quarter)],
            FigureBasis.Submitted,
            unitId: null,
            terms.Any(term => term is InputTerm) ? null : new Trial(rows, []).OnlyIndicator,
            cancellationToken);
        var changes = new LightChanges(reference, table, [.. RatingQueries.Visible(actor, facts.Plan)])
            .Of(new Trial(rows, [.. terms.OfType<InputTerm>().Select(term => Figure(reference, table, term))]), only);
        return new WhatIf(actor, facts, terms, begins, changes, reference.RulesVersion);
    }

    /// <summary>All figures as the city has them, which is what is published.</summary>
    internal static Task<FigureTable> TableAsync(GreenDevDbContext db, PlanFacts facts, CancellationToken cancellationToken) => FigureTable.ReadAsync(
        db, facts, [.. facts.Periods.Select(period => period.Quarter)], FigureBasis.Submitted, unitId: null, indicatorId: null, cancellationToken);

    /// <summary>An earlier decision of a later day would prevail over what is tried from the first day on.</summary>
    private static DateOnly Begins(ReferenceData reference, IReadOnlyList<RuleTerm> terms)
    {
        var tried = RuleRows.Of(reference, terms, OnTrial(FirstDay(reference.Facts)), Recording.OnTrial);
        var amended = reference.Recorded.Amendments.Where(earlier => tried.Amendments.Any(amendment =>
            amendment.IndicatorId == earlier.IndicatorId && amendment.Change.Members.Intersect(earlier.Change.Members).Any())).Select(earlier => earlier.Decision.EffectiveFrom);
        var targets = reference.Recorded.Targets.Where(earlier => tried.Targets.Any(target =>
            (target.UnitId, target.IndicatorId, target.Year) == (earlier.UnitId, earlier.IndicatorId, earlier.Year))).Select(earlier => earlier.EffectiveFrom);
        var accepted = reference.Recorded.Deviations.Where(earlier => tried.Deviations.Any(deviation =>
            (deviation.UnitId, deviation.IndicatorId) == (earlier.UnitId, earlier.IndicatorId))).Select(earlier => earlier.Decision.EffectiveFrom);
        return amended.Concat(targets).Concat(accepted).Append(FirstDay(reference.Facts)).Max();
    }

    internal static DateOnly FirstDay(PlanFacts facts) => new(facts.Plan.FirstYear, 1, 1);

    /// <summary>Nobody has decided it.</summary>
    internal static RuleDecision OnTrial(DateOnly from) => new(from, "试算", "试算", "试算", IsCorrection: false);

    /// <summary>As approved as what it stands for: a number that is only assumed discloses nothing by being approved.</summary>
    private static ReplacedFigure Figure(ReferenceData reference, FigureTable table, InputTerm term)
    {
        var (unit, indicator) = (reference.Facts.Unit(term.Key.UnitCode), reference.Facts.Indicator(term.Key.IndicatorNumber));
        var counting = table.FiguresOf(unit, indicator, reference.InForce(term.Key.Quarter).Known).GetValueOrDefault(term.Key.Quarter);
        return new ReplacedFigure(unit.Id, indicator.Id, term.Key.Quarter, new ReportedFigure(term.Inputs, NotApplicableReason: null, counting?.IsApproved ?? false));
    }
}
