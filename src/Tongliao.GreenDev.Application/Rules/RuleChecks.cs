using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>Whether terms fit the plan, and whether the person may assume them.</summary>
internal static class RuleChecks
{
    private const decimal WidestTolerance = 100;

    /// <exception cref="RefusalException">None, too many, the same twice, unknown, or a number that cannot be.</exception>
    public static void Require(PlanFacts facts, IReadOnlyList<RuleTerm> terms)
    {
        if (terms.Count is 0 or > RuleTerm.Most)
        {
            throw Wrong(terms.Count == 0 ? "请至少写一项要改变的内容。" : $"一次最多{RuleTerm.Most}项，请分几次办理。");
        }

        if (terms.SelectMany(term => Names(facts, term)).GroupBy(name => name).Any(same => same.Count() > 1))
        {
            throw Wrong("同一项内容写了两次，请只保留一个。");
        }

        foreach (var term in terms)
        {
            if (Fault(facts, term) is { } fault)
            {
                throw Wrong(fault);
            }
        }
    }

    /// <summary>A county may try what is its own; whoever reads every unit may try everything.</summary>
    /// <exception cref="RefusalException">Forbidden.</exception>
    public static void RequireOwn(Actor actor, PlanFacts facts, IReadOnlyList<RuleTerm> terms)
    {
        if (actor.Role.IsCounty() && !terms.All(term => UnitOf(term) is { } code && facts.Unit(code).Id == actor.UnitId))
        {
            throw RefusalException.Forbidden("县级只能试算本地区的填报数、分解指标和基数。");
        }
    }

    private static string? UnitOf(RuleTerm term) => term switch
    {
        UnitTargetTerm target => target.UnitCode,
        BaselineTerm baseline => baseline.UnitCode,
        InputTerm input => input.Key.UnitCode,
        _ => null,
    };

    /// <summary>What a term sets.</summary>
    private static IEnumerable<string> Names(PlanFacts facts, RuleTerm term) => term switch
    {
        IndicatorTerm changed => changed.Change.Members.Select(member => $"{changed.IndicatorNumber}.{member}"),
        ReadingTerm read => facts.Reading(read.QuestionId, read.ReadingKey).Changes
            .SelectMany(part => part.IndicatorNumbers.SelectMany(number => part.Change.Members.Select(member => $"{number}.{member}"))).Append(read.QuestionId),
        WordsTerm said => [said.QuestionId],
        UnitTargetTerm target => [$"{target.UnitCode}.{target.IndicatorNumber}.{target.Year}"],
        BaselineTerm baseline => [$"{baseline.UnitCode}.{baseline.IndicatorNumber}"],
        DeviationTerm deviation => [$"deviation.{deviation.UnitCode}.{deviation.IndicatorNumber}"],
        InputTerm input => [input.Key.ToString()],
        _ => throw new InvalidOperationException($"{term} is no known term."),
    };

    private static string? Fault(PlanFacts facts, RuleTerm term) => term switch
    {
        IndicatorTerm changed => ChangeFault(facts, facts.Indicator(changed.IndicatorNumber), changed.Change),
        WordsTerm said => WordsFault(facts.Question(said.QuestionId), said.Words),
        UnitTargetTerm target => TargetFault(facts, target),
        BaselineTerm baseline => BaselineFault(facts, baseline),
        DeviationTerm deviation => DeviationFault(facts, deviation),
        InputTerm input => InputFault(facts, input),
        _ => null,
    };

    private static string? ChangeFault(PlanFacts facts, Indicator indicator, IndicatorChange change)
    {
        if (change.IsEmpty || change.RatesUncorrectedLoss is not null || change.Targets.Any(target => target.Value is null || target.Comparison is not null || target.Basis is not null))
        {
            return $"第{indicator.Number}项可以调整目标值、预警容差、时序进度和计入范围；其他口径请按待确认问题的读法调整。";
        }

        if (change.Targets.Select(target => TargetChecks.WrongYear(indicator, target.Year) ?? NumberFault(indicator, indicator.TargetOf(target.Year)!, target.Value!.Value)).FirstOrDefault(fault => fault is not null) is { } wrong)
        {
            return wrong;
        }

        if (change.Tolerance is { } tolerance && (!ValueChecks.IsQuantity(tolerance) || tolerance > WidestTolerance))
        {
            return $"第{indicator.Number}项的预警容差应在0至{WidestTolerance}之间，小数最多4位。";
        }

        if (change.ProgressCurve is { } curve && !IsCurve(curve))
        {
            return $"第{indicator.Number}项的时序进度应为由小到大的四个百分数，末值为100%，小数最多2位。";
        }

        if (change.ProgressCurve is not null && !indicator.IsSum)
        {
            return $"第{indicator.Number}项不是累计量，没有时序进度曲线。";
        }

        return change.CityScope == CityScope.CentralUrban && !facts.Plan.Units.Any(unit => unit.IsIn(UnitSet.CentralUrban)) ? "方案没有标明市中心城区的填报单位。" : null;
    }

    private static bool IsCurve(IReadOnlyList<decimal> curve) =>
        curve.Count == 4 && curve[^1] == 1 && curve.All(share => share is >= 0 and <= 1 && decimal.Round(share, 4) == share) && curve.Zip(curve.Skip(1)).All(pair => pair.First <= pair.Second);

    private static string? NumberFault(Indicator indicator, IndicatorTarget target, decimal value)
    {
        var fits = ValueChecks.IsQuantity(value) && (indicator.IsSum || target.IsIncrease || indicator.HardRange.Contains(value)) && (value > 0 || indicator.HardRange.Contains(0));
        return fits ? null : $"第{indicator.Number}项{target.Year}年的目标值不在可能的范围内（{indicator.UnitOf(target)}），小数最多4位。";
    }

    private static string? WordsFault(OpenQuestion question, string words) => question.Readings.Count > 0
        ? $"{question.Id}请从所列读法中选择。"
        : words.Length is 0 or > ValueChecks.MaxTextLength ? $"请写明{question.Id}的答复，最多{ValueChecks.MaxTextLength}个字。" : null;

    private static string? TargetFault(PlanFacts facts, UnitTargetTerm term)
    {
        facts.Unit(term.UnitCode);
        var indicator = facts.Indicator(term.IndicatorNumber);
        return TargetChecks.WrongYear(indicator, term.Year) ?? NumberFault(indicator, indicator.TargetOf(term.Year)!, term.Value);
    }

    private static string? BaselineFault(PlanFacts facts, BaselineTerm term)
    {
        facts.Unit(term.UnitCode);
        return InputsFault(facts.Indicator(term.IndicatorNumber), term.Inputs);
    }

    private static string? DeviationFault(PlanFacts facts, DeviationTerm term)
    {
        facts.UnitOrAggregate(term.UnitCode);
        facts.Indicator(term.IndicatorNumber);
        var (first, last) = (WhatIfQueries.FirstDay(facts), new DateOnly(facts.Plan.LastYear, 12, 31));
        return term.Until is { } until && (until < first || until > last) ? $"认可偏差的截止日期应在{first:yyyy-MM-dd}至{last:yyyy-MM-dd}之间，到期自动恢复判定。" : null;
    }

    private static string? InputFault(PlanFacts facts, InputTerm term)
    {
        facts.Unit(term.Key.UnitCode);
        return facts.Period(term.Key.Quarter).OpenedAt is null
            ? $"{term.Key.Quarter.ChineseName}还没有开放填报，没有可试算的结果。"
            : InputsFault(facts.Indicator(term.Key.IndicatorNumber), term.Inputs);
    }

    private static string? InputsFault(Indicator indicator, ReportedInputs inputs) =>
        ValueChecks.Errors(indicator, inputs).Select(finding => $"第{indicator.Number}项：{finding.Message}").FirstOrDefault()
        ?? (inputs.IsCompleteFor(indicator) ? null : $"第{indicator.Number}项应依次写出{string.Join('、', indicator.Inputs.Select(field => field.Label))}。");

    private static RefusalException Wrong(string message) => RefusalException.Invalid(RefusalCodes.InvalidRule, message, new FieldFault("terms", message));
}
