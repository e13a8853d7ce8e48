using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>One thing that keeps a report from being submitted, and where to mend it.</summary>
/// <param name="Number">序号 of the indicator.</param>
/// <param name="Field">Value of <c>data-field</c> in its row.</param>
/// <param name="Text">Chinese: what is wrong and what to do.</param>
public sealed record EntryBlock(int Number, string Field, string Text)
{
    /// <summary>How <c>data-field</c> of an explanation begins.</summary>
    internal const string ExplanationPrefix = "explanation-";

    /// <summary>Value of <c>data-field</c> of the answer to a return.</summary>
    internal const string AnswerField = "answer";

    private const string InputsPrefix = "inputs.";

    /// <summary>All that blocks, in the order of the annex; what is under review already blocks nothing.</summary>
    public static IReadOnlyList<EntryBlock> Of(IEnumerable<EntryLine> lines) => [.. lines.Where(line => line.IsWithClerk).SelectMany(Of)];

    /// <summary>Value of <c>data-field</c> of the field that explains a finding.</summary>
    public static string ExplanationField(EntryFinding finding) =>
        ExplanationPrefix + string.Join('-', finding.Key!.Split(':').Take(2));

    private static IEnumerable<EntryBlock> Of(EntryLine line)
    {
        var name = line.Indicator.ShortName;
        if (line.Conflict is not null)
        {
            return [new EntryBlock(line.Indicator.Number, line.Fields[0].Key, $"{name}：与他人的修改冲突，请先选择用哪一份。")];
        }

        if (line.Fault is { } fault)
        {
            var wrong = line.Fields.FirstOrDefault(field => field.Fault is not null);
            return [new EntryBlock(line.Indicator.Number, OverlongIn(line) ?? wrong?.Key ?? (line.IsNotApplicable ? "reason" : line.Fields[0].Key), $"{name}：未保存，{wrong?.Fault ?? fault}")];
        }

        if (line.Fields.FirstOrDefault(field => field.Proposal is not null) is { } proposed)
        {
            return [new EntryBlock(line.Indicator.Number, proposed.Key, $"{name}：“{proposed.Definition.Label}”{proposed.Proposal!.Word}的数尚未确认，请核对后点“确认沿用”，有变化的改填新数。")];
        }

        if (line.Status == ValueStatus.Empty)
        {
            return [new EntryBlock(line.Indicator.Number, line.Fields[0].Key, $"{name}：尚未填写；确不适用的请选“不适用”并说明原因。")];
        }

        var findings = line.Findings.Where(finding => finding.BlocksSubmission)
            .Select(finding => new EntryBlock(line.Indicator.Number, FieldOf(finding), $"{name}：{finding.Message}"));
        return line.NeedsAnswer && !VisibleText.IsRemark(line.Answer)
            ? findings.Append(new EntryBlock(line.Indicator.Number, AnswerField, $"{name}：退回后没有改动，请答复退回原因，或改正数据。"))
            : findings;
    }

    /// <summary>The first field whose text is too long.</summary>
    internal static string? OverlongIn(EntryLine line) =>
        line.Typed.Overlong.First(line.IsNotApplicable)
        ?? line.Findings.Where(finding => finding.Key is not null).Select(ExplanationField).FirstOrDefault(line.Typed.Overlong.Has);

    private static string FieldOf(EntryFinding finding) => finding.Severity == FindingSeverity.Warning ? ExplanationField(finding)
        : finding.Field.StartsWith(InputsPrefix, StringComparison.Ordinal) ? finding.Field[InputsPrefix.Length..] : finding.Field;
}
