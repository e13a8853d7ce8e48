using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.History;

/// <summary>What one revision of a value changed against the one before, in words.</summary>
public static class RevisionChanges
{
    private const string Nothing = "空";

    public static IReadOnlyList<string> Of(Indicator indicator, ValueRevision revision, ValueRevision? before)
    {
        var changes = indicator.Inputs
            .Select(field => Change($"{field.Label}（{field.Unit}）", Text(before?.Statement.Inputs[field.Key]), Text(revision.Statement.Inputs[field.Key])))
            .Append(Change("不适用的原因", before?.Statement.NotApplicableReason, revision.Statement.NotApplicableReason))
            .Append(Change("说明", Text(before?.Statement.Explanations), Text(revision.Statement.Explanations)))
            .Append(Change("备注", before?.Statement.Note, revision.Statement.Note))
            .Append(revision.ActedFor is null ? null : $"代{revision.ActedFor}办理")
            .Append(revision.Reason is null ? null : $"{(revision.Kind == RevisionKind.Submit ? "答复" : "原因")}：{revision.Reason}")
            .OfType<string>().ToList();
        return changes.Count > 0 ? changes : ["数据未改动"];
    }

    private static string? Text(decimal? number) => number is null ? null : NumberText.Display(number);

    private static string? Text(IReadOnlyList<Explanation>? explanations) =>
        explanations is { Count: > 0 } ? string.Join('；', explanations.Select(explanation => explanation.Text).Distinct()) : null;

    private static string? Change(string label, string? before, string? after) =>
        before == after ? null : $"{label}：{before ?? Nothing} → {after ?? Nothing}";
}
