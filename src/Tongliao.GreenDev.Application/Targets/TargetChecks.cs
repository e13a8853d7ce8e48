using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>What a unit target must satisfy, wherever it is typed; each says in Chinese what is wrong, null when nothing is.</summary>
internal static class TargetChecks
{
    /// <summary>Of a year in which the plan asks for nothing.</summary>
    public static string? WrongYear(Indicator indicator, int year) => indicator.TargetOf(year) is null
        ? $"方案没有{year}年的目标，请选择{indicator.Targets[0].Year}至{indicator.Targets[^1].Year}年。"
        : null;

    public static string? WrongValue(Indicator indicator, decimal? typed) => typed switch
    {
        null => Needed(indicator),
        { } value when !ValueChecks.IsQuantity(value) => Needed(indicator),
        { } value when value > indicator.HardRange.Upper && !indicator.IsSum => $"目标值不能超过{indicator.HardRange.Upper:0.##}{indicator.Unit}。",
        _ => null,
    };

    /// <summary>Of a baseline's numbers, each at its field.</summary>
    /// <param name="indicator">Whose.</param>
    /// <param name="inputs">As typed.</param>
    /// <param name="mayBeEmpty">Nothing at all takes it back.</param>
    public static IReadOnlyList<FieldFault> WrongInputs(Indicator indicator, ReportedInputs inputs, bool mayBeEmpty)
    {
        var faults = ValueChecks.Errors(indicator, inputs).Select(finding => FieldFault.Of(finding)).ToList();
        return faults.Count > 0 || (inputs.IsEmpty && mayBeEmpty)
            ? faults
            : [.. indicator.Inputs.Where(field => inputs[field.Key] is null)
                .Select(field => new FieldFault(FieldNames.Of(field.Key), $"请填写“{field.Label}”{(mayBeEmpty ? "；清除基数请将各项全部留空" : "")}。"))];
    }

    public static string? WrongDocument(string? document) =>
        TypedText.Document(document) is null ? "请填写下达分解指标的文件名称或文号，最多200个字，不能有换行。" : null;

    /// <summary>Of the day from which a target of a year is to hold.</summary>
    public static string? WrongDay(PlanFacts facts, int year, DateOnly? from)
    {
        var (first, last) = (new DateOnly(facts.Plan.BaselineYear, 1, 1), TargetQuarters.LastEffectiveDay(year));
        return from switch
        {
            null => "请填写生效日期，例如2024-01-01。",
            { } day when day > last => $"生效日期晚于{year}年最后一个季度末，这一年的各季度都不会适用，最晚为{last:yyyy-MM-dd}。",
            { } day when day < first => $"生效日期过早，请核对年份，最早为{first:yyyy-MM-dd}。",
            _ => null,
        };
    }

    private static string Needed(Indicator indicator) => $"请填写目标值（{indicator.Unit}），不能为负，整数最多12位、小数最多4位。";
}
