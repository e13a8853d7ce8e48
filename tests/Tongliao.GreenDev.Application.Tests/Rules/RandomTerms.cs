using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Tests.Rules;

/// <summary>Things that the bureau could decide.</summary>
internal static class RandomTerms
{
    /// <summary>One to three, of different things.</summary>
    public static IReadOnlyList<RuleTerm> Of(PlanFacts facts, Random random)
    {
        var terms = new List<RuleTerm>();
        var (numbers, questions) = (new HashSet<int>(), new HashSet<string>());
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var indicator = facts.Plan.Indicators[random.Next(facts.Plan.Indicators.Count)];
            var question = facts.Plan.OpenQuestions.Where(question => question.Readings.Count > 0).ElementAt(random.Next(6));
            if (random.Next(3) == 0 && questions.Add(question.Id) && !question.IndicatorNumbers.Any(numbers.Contains))
            {
                numbers.UnionWith(question.IndicatorNumbers);
                terms.Add(new ReadingTerm(question.Id, question.Readings[random.Next(question.Readings.Count)].Key));
            }
            else if (numbers.Add(indicator.Number))
            {
                terms.Add(Of(facts, indicator, random));
            }
        }

        return terms.Count > 0 ? terms : Of(facts, random);
    }

    private static RuleTerm Of(PlanFacts facts, Indicator indicator, Random random)
    {
        var unit = facts.Plan.Units[random.Next(facts.Plan.Units.Count)];
        var (year, factor) = (2024 + random.Next(2), 0.5m + (random.Next(20) * 0.05m));
        var target = Math.Min(decimal.Round(indicator.TargetOf(year)!.Value * factor, 2), indicator.HardRange.Upper);
        return random.Next(6) switch
        {
            0 => new UnitTargetTerm(unit.Code, indicator.Number, year, target),
            1 when indicator.IsSum => new BaselineTerm(unit.Code, indicator.Number, new ReportedInputs { Amount = random.Next(400) / 100m }),
            1 or 2 => new IndicatorTerm(indicator.Number, new IndicatorChange { Tolerance = random.Next(800) / 100m }),
            3 when indicator.IsSum => new IndicatorTerm(indicator.Number, new IndicatorChange { ProgressCurve = [0.1m, 0.3m, random.Next(30, 100) / 100m, 1] }),
            3 => new IndicatorTerm(indicator.Number, new IndicatorChange { CityScope = random.Next(2) == 0 ? CityScope.AllUnits : CityScope.CentralUrban }),
            4 => new DeviationTerm(facts.Plan.Regions.All[random.Next(facts.Plan.Regions.All.Count)].Code, indicator.Number, new DateOnly(2025, random.Next(1, 13), 28)),
            _ => new IndicatorTerm(indicator.Number, new IndicatorChange { Targets = [new TargetChange(year, target, null, null, null)] }),
        };
    }
}
