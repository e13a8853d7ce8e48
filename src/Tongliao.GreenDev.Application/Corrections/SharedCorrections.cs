using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>What is one fact (共用数) stays one number: a correction of it in one value corrects it in all that hold it.</summary>
internal static class SharedCorrections
{
    /// <summary>The indicators that share a fact with one.</summary>
    public static IReadOnlyList<Indicator> Sharing(PlanFacts facts, Indicator indicator) =>
        [.. facts.Plan.FactsOf(indicator.Number).SelectMany(fact => fact.Uses).Select(use => use.IndicatorNumber).Distinct()
            .Where(number => number != indicator.Number).Select(facts.Indicator)];

    /// <summary>The values that say something else after a correction.</summary>
    /// <param name="facts">The plan.</param>
    /// <param name="indicator">What is corrected.</param>
    /// <param name="after">What it is to say.</param>
    /// <param name="values">Those of <see cref="Sharing"/>, by indicator id.</param>
    public static IReadOnlyList<CarriedCorrection> Of(
        PlanFacts facts, Indicator indicator, Statement after, IReadOnlyDictionary<int, ReportedValue> values)
    {
        var carried = new Dictionary<int, CarriedCorrection>();
        foreach (var fact in facts.Plan.FactsOf(indicator.Number))
        {
            var number = after.Inputs[fact.KeyOf(indicator.Number)!.Value];
            foreach (var use in fact.Uses.Where(use => use.IndicatorNumber != indicator.Number))
            {
                var other = facts.Indicator(use.IndicatorNumber);
                var value = values[other.Id];
                var before = carried.GetValueOrDefault(other.Id)?.Statement ?? value.Statement;
                if (before.NotApplicableReason is null && before.Inputs[use.Key] != number)
                {
                    carried[other.Id] = new CarriedCorrection(other, value, before with { Inputs = before.Inputs.With(use.Key, number) });
                }
            }
        }

        return [.. carried.Values];
    }

    /// <exception cref="RefusalException">One of them is under review, or its own numbers would not fit any more.</exception>
    public static void RequireFitting(Indicator indicator, IReadOnlyList<CarriedCorrection> carried)
    {
        foreach (var other in carried)
        {
            if (!other.Value.Status.IsWithClerk() && other.Value.Status != ValueStatus.Accepted)
            {
                throw RefusalException.Conflict(
                    RefusalCodes.UnderReview,
                    $"第{indicator.Number}项与第{other.Indicator.Number}项共用这个数，第{other.Indicator.Number}项现在是“{other.Value.Status.Word()}”，请等它审核完毕后再更正。");
            }

            if (ValueChecks.Errors(other.Indicator, other.Statement.Inputs) is [var first, ..])
            {
                throw RefusalException.Invalid(
                    RefusalCodes.InvalidValue, $"这个数与第{other.Indicator.Number}项共用，更正后第{other.Indicator.Number}项将有错：{first.Message}");
            }
        }
    }
}
