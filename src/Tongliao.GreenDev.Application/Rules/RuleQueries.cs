using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>Reads the rules (判定规则), which are everyone's, with the lights that other readings would make, as far as the reader may see them.</summary>
public sealed class RuleQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <summary>Two statements, and one more for who reads values.</summary>
    /// <exception cref="RefusalException">The account is gone or disabled.</exception>
    public async Task<RuleOverview> OverviewAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        var facts = reference.Facts;
        var lights = actor.May(Act.ReadValues)
            ? new LightChanges(reference, await WhatIfQueries.TableAsync(db, facts, cancellationToken), [.. RatingQueries.Visible(actor, facts.Plan)])
            : null;
        return new RuleOverview(
            actor,
            facts,
            [.. facts.Plan.Indicators.Select(indicator => Line(reference, indicator))],
            [.. facts.Plan.OpenQuestions.Select(question => Line(reference, lights, question))],
            Deviations(reference, [.. RatingQueries.Visible(actor, facts.Plan)]),
            reference.RulesVersion);
    }

    private RuleLine Line(ReferenceData reference, Indicator indicator)
    {
        var versions = reference.Recorded.Amendments.Where(amendment => amendment.IndicatorId == indicator.Id).OrderByDescending(amendment => amendment.Version).ToList();
        return new RuleLine(indicator, indicator.Under(versions, clock.Today), versions);
    }

    private IReadOnlyList<DeviationLine> Deviations(ReferenceData reference, IReadOnlyList<ReportingUnit> visible) =>
    [
        .. from deviation in reference.Recorded.Deviations
           join unit in visible on deviation.UnitId equals unit.Id
           join indicator in reference.Facts.Plan.Indicators on deviation.IndicatorId equals indicator.Id
           let holding = AcceptedDeviation.InForce(reference.DeviationsOf(unit.Id, indicator.Id), clock.Today)
           orderby deviation.Id descending
           select new DeviationLine(unit, indicator, deviation, deviation == holding),
    ];

    private QuestionLine Line(ReferenceData reference, LightChanges? lights, OpenQuestion question)
    {
        var answers = reference.Recorded.Answers.Where(answer => answer.QuestionId == question.Id).OrderByDescending(answer => answer.Version).ToList();
        var holding = answers.Where(answer => answer.Decision.EffectiveFrom <= clock.Today)
            .OrderBy(answer => answer.Decision.EffectiveFrom).ThenBy(answer => answer.Version).LastOrDefault();
        return new QuestionLine(
            question,
            [.. question.Readings.Select(reading => Line(reference, lights, question, reading, holding))],
            answers);
    }

    /// <summary>Beside the one that holds, from the day from which that does.</summary>
    private static ReadingLine Line(
        ReferenceData reference, LightChanges? lights, OpenQuestion question, QuestionReading reading, AnsweredQuestion? holding)
    {
        var holds = holding is null ? reading.IsDefault : reading.Key == holding.ReadingKey;
        var begins = holding?.Decision.EffectiveFrom ?? WhatIfQueries.FirstDay(reference.Facts);
        var rows = RuleRows.Of(reference, [new ReadingTerm(question.Id, reading.Key)], WhatIfQueries.OnTrial(begins), Recording.OnTrial);
        return new ReadingLine(reading, holds, holds ? [] : lights?.Of(new Trial(rows, [])) ?? []);
    }
}
