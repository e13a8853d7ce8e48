using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>What one statement of a value says otherwise than another, in words.</summary>
public static class StatementChanges
{
    private const string Nothing = "空";

    /// <summary>One line for each, for example 分子（座）：60 → 61; none where both say the same.</summary>
    public static IEnumerable<string> Of(Indicator indicator, Statement? before, Statement after) => indicator.Inputs
        .Select(field => Change($"{field.Label}（{field.Unit}）", Text(before?.Inputs[field.Key]), Text(after.Inputs[field.Key])))
        .Append(Change("不适用的原因", before?.NotApplicableReason, after.NotApplicableReason))
        .Append(Change("说明", Text(before?.Explanations), Text(after.Explanations)))
        .Append(Change("备注", before?.Note, after.Note))
        .OfType<string>();

    private static string? Text(decimal? number) => number is null ? null : NumberText.Display(number);

    private static string? Text(IReadOnlyList<Explanation>? explanations) =>
        explanations is { Count: > 0 } ? string.Join('；', explanations.Select(explanation => explanation.Text).Distinct()) : null;

    private static string? Change(string label, string? before, string? after) =>
        before == after ? null : $"{label}：{before ?? Nothing} → {after ?? Nothing}";
}
