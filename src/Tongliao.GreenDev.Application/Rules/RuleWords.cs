using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>Says in Chinese what is changed of what lights rest on.</summary>
public static class RuleWords
{
    /// <summary>For example 第8项供水管网漏损率：2025年目标8%，预警容差2个百分点.</summary>
    public static string Of(PlanFacts facts, RuleTerm term) => term switch
    {
        IndicatorTerm changed => $"{Name(facts, changed.IndicatorNumber)}：{Of(facts.Indicator(changed.IndicatorNumber), changed.Change)}",
        ReadingTerm read => $"{read.QuestionId}按“{facts.Reading(read.QuestionId, read.ReadingKey).Words}”",
        WordsTerm said => $"{said.QuestionId}答复：{said.Words}",
        UnitTargetTerm target => $"{facts.Unit(target.UnitCode).ShortName}{Name(facts, target.IndicatorNumber)}：{target.Year}年分解指标{Plain(target.Value)}{UnitOf(facts, target)}",
        BaselineTerm baseline => $"{facts.Unit(baseline.UnitCode).ShortName}{Name(facts, baseline.IndicatorNumber)}：{facts.Plan.BaselineYear}年基数{Inputs(facts.Indicator(baseline.IndicatorNumber), baseline.Inputs)}",
        DeviationTerm deviation => $"{facts.UnitOrAggregate(deviation.UnitCode).ShortName}{Name(facts, deviation.IndicatorNumber)}：{(deviation.Until is { } until ? $"认可偏差至{until:yyyy-MM-dd}" : "撤销认可偏差")}",
        InputTerm input => $"{facts.Unit(input.Key.UnitCode).ShortName}{Name(facts, input.Key.IndicatorNumber)}：{input.Key.Quarter.ChineseName}{Inputs(facts.Indicator(input.Key.IndicatorNumber), input.Inputs)}",
        _ => throw new InvalidOperationException($"{term} is no known term."),
    };

    /// <summary>The same of several.</summary>
    public static string Of(PlanFacts facts, IEnumerable<RuleTerm> terms) => string.Join('；', terms.Select(term => Of(facts, term)));

    /// <summary>What a change sets, for example 2025年目标8%，预警容差2个百分点.</summary>
    public static string Of(Indicator indicator, IndicatorChange change) => string.Join('，', Parts(indicator, change));

    /// <summary>时序进度, for example 5%、40%、80%、100%.</summary>
    public static string Curve(IEnumerable<decimal> shares) => string.Join('、', shares.Select(share => Plain(share * 100) + "%"));

    /// <summary>The unit in which a tolerance is said.</summary>
    public static string ToleranceUnit(Indicator indicator) => indicator.Tolerance.Kind switch
    {
        ToleranceKind.PercentagePoints => "个百分点",
        ToleranceKind.Absolute => indicator.Unit,
        ToleranceKind.ShareOfTarget => "%（占全年目标）",
    };

    /// <summary>计入范围.</summary>
    public static string Scope(CityScope scope) => scope switch
    {
        CityScope.AllUnits => "全部填报单位",
        CityScope.CentralUrban => "市中心城区",
    };

    private static IEnumerable<string> Parts(Indicator indicator, IndicatorChange change)
    {
        foreach (var target in change.Targets)
        {
            var judged = indicator.TargetOf(target.Year) is { } published ? target.Of(published) : null;
            yield return $"{target.Year}年目标{(target.Basis is null ? "" : Basis(judged!))}{(target.Comparison is null ? "" : judged!.PrintedSign)}"
                + (target.Value is { } value ? $"{(target.Comparison is null ? judged!.PrintedSign : "")}{Plain(value)}{indicator.UnitOf(judged!)}" : target.Comparison is null ? "" : $"{Plain(judged!.Value)}{indicator.UnitOf(judged)}");
        }

        if (change.Tolerance is { } tolerance)
        {
            yield return $"预警容差{Plain(tolerance)}{ToleranceUnit(indicator)}";
        }

        if (change.ProgressCurve is { } curve)
        {
            yield return $"时序进度{Curve(curve)}";
        }

        if (change.CityScope is { } scope)
        {
            yield return $"计入范围：{Scope(scope)}";
        }

        if (change.RatesUncorrectedLoss is { } uncorrected)
        {
            yield return uncorrected ? "按未修正的综合漏损率判定" : "按修正后的漏损率判定";
        }
    }

    private static string Basis(IndicatorTarget target) => target.Basis switch
    {
        TargetBasis.Level => "按比率本身",
        TargetBasis.Increase => "按较上年末提高的百分点",
        TargetBasis.RelativeIncrease => "按较上年末的相对增幅",
        TargetBasis.YearAmount => "按当年完成量",
        TargetBasis.Cumulative => "按截至期末累计量",
        TargetBasis.Window => $"按{target.WindowStartYear}年以来累计量",
    };

    private static string Name(PlanFacts facts, int number) => $"第{number}项{facts.Indicator(number).ShortName}";

    private static string UnitOf(PlanFacts facts, UnitTargetTerm term)
    {
        var indicator = facts.Indicator(term.IndicatorNumber);
        return indicator.TargetOf(term.Year) is { } target ? indicator.UnitOf(target) : indicator.Unit;
    }

    private static string Inputs(Indicator indicator, ReportedInputs inputs) =>
        string.Join('、', indicator.Inputs.Select(field => $"{field.Label}{NumberText.Display(inputs[field.Key])}{field.Unit}"));

    private static string Plain(decimal number) => NumberText.Display(number)!;
}
