using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>Thresholds of check rules in Chinese.</summary>
public static class CheckWords
{
    /// <summary>What becomes of a value that a rule finds something in.</summary>
    public static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "拒绝",
        FindingSeverity.Missing => "未填",
        FindingSeverity.Warning => "需核对",
        FindingSeverity.Hint => "提示",
    };

    /// <summary>All that hold: those of every field first, then those of single ones.</summary>
    public static IEnumerable<string> Thresholds(Plan plan, CheckRule rule) =>
        rule.Parameters.Select(parameter => $"{parameter.Label}{Number(parameter, rule.ValueOf(parameter.Key))}")
            .Concat(rule.Settings.Where(setting => setting.Field is not null).Select(setting =>
                $"{FieldName(plan, setting)}：{rule.Parameter(setting.Parameter).Label}{Number(rule.Parameter(setting.Parameter), setting.Value)}"));

    /// <summary>What a version changed: 变动倍数由2倍改为3倍.</summary>
    public static IEnumerable<string> Changes(Plan plan, CheckRule before, CheckRule after)
    {
        foreach (var parameter in after.Parameters.Where(parameter => before.Parameters.Any(known => known.Key == parameter.Key)))
        {
            if (before.ValueOf(parameter.Key) != after.ValueOf(parameter.Key))
            {
                yield return $"{parameter.Label}由{Number(parameter, before.ValueOf(parameter.Key))}改为{Number(parameter, after.ValueOf(parameter.Key))}";
            }

            var (old, now) = (ByField(before, parameter), ByField(after, parameter));
            foreach (var field in old.Keys.Union(now.Keys).Order())
            {
                var (was, holds) = (old.GetValueOrDefault(field), now.GetValueOrDefault(field));
                if (was?.Value != holds?.Value)
                {
                    yield return $"{FieldName(plan, (holds ?? was)!)}：{parameter.Label}{Step(parameter, was, holds)}";
                }
            }
        }
    }

    /// <summary>As the services name it in a refusal: factor, or factor-1-denominator.</summary>
    public static string NameOf(CheckSetting setting) => setting.Field is { } field
        ? string.Create(CultureInfo.InvariantCulture, $"{setting.Parameter}-{setting.IndicatorNumber}-{field.ToString().ToLowerInvariant()}")
        : setting.Parameter;

    /// <summary>3倍, 25%.</summary>
    public static string Number(CheckParameter parameter, decimal value) => $"{NumberText.Display(value)}{parameter.Unit}";

    /// <summary>第1项“建成区面积”.</summary>
    public static string FieldName(Plan plan, CheckSetting setting)
    {
        var field = plan.Indicators.FirstOrDefault(indicator => indicator.Number == setting.IndicatorNumber)?.Inputs.FirstOrDefault(input => input.Key == setting.Field);
        return $"第{setting.IndicatorNumber}项“{field?.Label}”";
    }

    private static Dictionary<(int?, InputKey?), CheckSetting> ByField(CheckRule rule, CheckParameter parameter) =>
        rule.OfFields(parameter.Key).ToDictionary(setting => (setting.IndicatorNumber, setting.Field));

    private static string Step(CheckParameter parameter, CheckSetting? was, CheckSetting? holds) => (was, holds) switch
    {
        (null, not null) => $"单独设为{Number(parameter, holds.Value)}",
        (not null, null) => "不再单独设定",
        _ => $"由{Number(parameter, was!.Value)}改为{Number(parameter, holds!.Value)}",
    };
}
