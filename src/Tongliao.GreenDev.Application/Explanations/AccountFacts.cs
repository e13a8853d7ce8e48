using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Application.Explanations;

/// <summary>How a rating was reckoned and what lies ahead of it, line by line; a line without anything to say is left out.</summary>
public static class AccountFacts
{
    /// <summary>The typed numbers, of a whole their sums.</summary>
    public static IReadOnlyList<AccountFact> Numbers(RatingCalculation calculation)
    {
        var numbers = calculation.Numbers;
        return
        [
            .. from field in calculation.Rating.Indicator.Inputs
               where numbers?[field.Key] is not null
               select new AccountFact((calculation.IsAggregate ? "合计：" : "") + field.Label, NumberText.Display(numbers![field.Key]) + field.Unit),
        ];
    }

    /// <summary>What they come to, and against what.</summary>
    public static IReadOnlyList<AccountFact> Steps(RatingCalculation calculation) => Filled(
        new("计算", calculation.Formula),
        new("应达由来", calculation.Expected),
        new("容差由来", calculation.Tolerance),
        new(RagStatus.Accepted.Word(), Accepted(calculation.Rating.Deviation)));

    /// <summary>What would turn the light green, and what would meet the year's target where that is more.</summary>
    public static IReadOnlyList<AccountFact> Gap(RatingCalculation calculation)
    {
        var (green, year) = (Said(calculation.ToExpected, calculation.IsAggregate), Said(calculation.ToYearTarget, calculation.IsAggregate));
        return Filled(new("转为达标", green), new("达到全年目标", year == green ? "" : year));
    }

    /// <summary>Where the value leads, always said to be a forecast.</summary>
    public static IReadOnlyList<AccountFact> Ahead(Forecast? forecast) => forecast is null or { Words.All: "" } ? [] : Filled(
        new("预测", forecast.Words.YearEnd + forecast.Words.Green), new("预测方法", $"{forecast.Words.Method}。{forecast.Words.Hindsight}预测不作为判定。"));

    private static string Accepted(AcceptedDeviation? deviation) => deviation is null ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"{deviation.Decision.EffectiveFrom:yyyy-MM-dd}至{deviation.Until:yyyy-MM-dd}，{deviation.Decision.Document}，{deviation.Decision.DecidedBy}决定。原因：{deviation.Decision.Reason}。到期后自动恢复判定");

    private static string Said(GapToGreen? gap, bool isAggregate) => gap switch
    {
        null => "",
        { Work: not null } when isAggregate => $"{gap.Words.Full}；最省办法：{gap.Words.Shares}",
        _ => gap.Words.Full,
    };

    private static List<AccountFact> Filled(params IEnumerable<AccountFact> facts) => [.. facts.Where(fact => fact.Text.Length > 0)];
}
