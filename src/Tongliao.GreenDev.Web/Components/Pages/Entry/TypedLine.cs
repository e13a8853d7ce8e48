using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>What is typed in a row: its numbers, or 不适用 with its reason; 备注, and the 说明 of its findings.</summary>
public sealed class TypedLine
{
    public TypedLine(Indicator indicator, Statement stored)
    {
        Fields = [.. indicator.Inputs.Select(field => new EntryField(field, stored.Inputs[field.Key]))];
        ShowTexts(stored);
    }

    public IReadOnlyList<EntryField> Fields { get; }

    /// <summary>不适用 is ticked.</summary>
    public bool IsNotApplicable { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>备注.</summary>
    public string Note { get; set; } = "";

    /// <summary>说明 of each finding.</summary>
    public EntryExplanations Explanations { get; } = new();

    public OverlongTexts Overlong { get; } = new();

    /// <summary>Changes when the texts are safe, for the script that keeps unsaved ones.</summary>
    public int TextsSaved { get; private set; }

    /// <summary>Some field is filled with a number that nobody confirmed.</summary>
    public bool HasProposals => Fields.Any(typed => typed.Proposal is not null);

    /// <summary>Which of <see cref="Fields"/> has a <c>data-field</c>; null for none.</summary>
    public int? IndexOf(string field) => Fields.TakeWhile(other => other.Key != field).Count() is var index && index < Fields.Count ? index : null;

    /// <summary>As it would be stored, with the explanations of what is found. Numbers stay in their fields while 不适用 is ticked, but are not stored.</summary>
    public Statement StatementWith(IEnumerable<EntryFinding> findings) => new()
    {
        Inputs = IsNotApplicable
            ? ReportedInputs.None
            : Fields.Aggregate(ReportedInputs.None, (inputs, typed) => inputs.With(typed.Definition.Key, typed.Value)),
        NotApplicableReason = IsNotApplicable ? Reason : null,
        Note = Note,
        Explanations = [.. findings.Where(finding => finding.Explanation is not null).Select(finding => new Explanation(finding.Key!, finding.Explanation!))],
    };

    public void Type(EntryField field, string? text)
    {
        Overlong.Remove(field.Key);
        field.Type(text);
        Note = FormulaNotes.Put(Note, field);
    }

    /// <summary>Puts a number in place of what was typed.</summary>
    public void Take(EntryField field, decimal? number)
    {
        Overlong.Remove(field.Key);
        field.Show(number);
        Note = FormulaNotes.Put(Note, field);
    }

    /// <summary>Makes proposed numbers what the row says.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Confirm(Func<EntryField, bool> which)
    {
        var proposed = Fields.Where(field => field.Proposal is not null && which(field)).ToList();
        proposed.ForEach(field => field.Type(field.Shown));
        return proposed.Count > 0;
    }

    /// <summary>
    /// Puts what is stored in place of what was typed, of numbers those that changed. The same fields, whose marks go on: a new one
    /// could begin with the very mark that the browser has.
    /// </summary>
    public void Show(Statement stored, IEnumerable<EntryField> changed)
    {
        foreach (var field in changed)
        {
            field.Show(stored.Inputs[field.Definition.Key]);
        }

        ShowTexts(stored);
    }

    /// <summary>Chinese: what is wrong with the numbers, 不适用 or 备注; null when nothing is.</summary>
    public string? FaultIn(Statement content) => this switch
    {
        _ when Overlong.First(IsNotApplicable) is { } field => Overlong.FaultOf(field),
        { IsNotApplicable: true } when content.NotApplicableReason is null => "请填写不适用的原因",
        { IsNotApplicable: true } when !VisibleText.IsReason(content.NotApplicableReason) => DraftService.NotApplicableAdvice,
        { IsNotApplicable: false } when Fields.Any(field => field.Fault is not null) => "请按提示改正",
        _ when content.Note?.Length > ValueChecks.MaxTextLength => Statement.TooLong("备注", content.Note.Length),
        _ when content.NotApplicableReason?.Length > ValueChecks.MaxTextLength => Statement.TooLong("不适用原因", content.NotApplicableReason.Length),
        _ => null,
    };

    /// <summary>Chinese: which 说明 of those asked for is too long; null for none.</summary>
    public string? FaultInExplanations(IReadOnlyList<EntryFinding> findings) =>
        Overlong.FaultOfExplanations(findings.Where(finding => finding.Key is not null).Select(EntryBlock.ExplanationField))
        ?? findings.Where(finding => finding.Explanation?.Length > ValueChecks.MaxTextLength)
            .Select(finding => Statement.TooLong("说明", finding.Explanation!.Length)).FirstOrDefault();

    /// <summary>Tells fields and texts that agree with the database.</summary>
    public void MarkSaved(Statement content, Statement stored)
    {
        foreach (var field in Fields)
        {
            field.MarkSaved(stored.Inputs[field.Definition.Key], isOverlong: Overlong.Has(field.Key));
        }

        if (!Overlong.HasWords && content.HasSameTexts(stored))
        {
            TextsSaved++;
        }
    }

    private void ShowTexts(Statement content)
    {
        IsNotApplicable = content.NotApplicableReason is not null;
        Reason = content.NotApplicableReason ?? "";
        Note = content.Note ?? "";
        Explanations.Show(content.Explanations);
    }
}
