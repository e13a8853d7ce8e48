using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>One indicator of the entry screen. Its parameters are primitive, so that a change elsewhere never renders it again.</summary>
public sealed partial class EntryRow(OfficeClock clock)
{
    private const int MaxNumberLength = 64;

    private bool isNoteOpen;
    private bool isEvidenceOpen;
    private bool? reasonOpen;

    // Only this component's: fields that are drawn anew begin with nothing sent.
    private int answered;

    [CascadingParameter]
    private EntrySession Session { get; set; } = default!;

    [Parameter, EditorRequired]
    public int Number { get; set; }

    /// <summary>牵头部门, as printed.</summary>
    [Parameter, EditorRequired]
    public string Lead { get; set; } = "";

    [Parameter]
    public bool IsPeriodOpen { get; set; }

    /// <summary>The clerk withdraws the value, by its number.</summary>
    [Parameter]
    public EventCallback<int> OnWithdraw { get; set; }

    /// <summary>Counts up when the row changed though nobody touched it: it was read anew or saved by itself.</summary>
    [Parameter]
    public int Revision { get; set; }

    private static int MaxTextLength => ValueChecks.MaxTextLength;

    private EntryLine Line => Session.Line(Number);

    private bool IsEditable => IsPeriodOpen && Line.IsWithClerk;

    private bool IsReasonOpen => reasonOpen ?? Line.IsNotApplicable;

    private string Target
    {
        get
        {
            var indicator = Line.Indicator;
            var text = RatingExplanation.TargetText(indicator, Line.Rules.YearTarget);
            var origin = Line.Rules.YearTarget.OriginWord;
            return $"{Session.Quarter.Year}目标{(indicator.IsAspirational ? "（力争）" : "")} {text}{(origin.Length > 0 ? $"（{origin}）" : "")}";
        }
    }

    private string LightWord => $"{Line.Light.State.Mark()} {Line.Light.State.Word()}";

    private string LightValue => Line switch
    {
        { Light.Value.Length: > 0 } line => line.Light.Value,
        { Light.State: RagStatus.NotReported, Fault: null } => "待填",
        _ => "",
    };

    private string LightDetail
    {
        get
        {
            var previous = Line.Rules.Previous is { } value ? $"上季 {value}" : "";
            return Line.Light.Detail.Length > 0 && previous.Length > 0 ? $"{Line.Light.Detail} · {previous}" : Line.Light.Detail + previous;
        }
    }

    private string HistoryAddress => $"/history/{Session.Key.Of(Number)}";

    private static string KeyboardOf(EntryField field) =>
        field.Definition.Key == Domain.Plans.InputKey.Correction ? "text" : field.Definition.IsCount ? "numeric" : "decimal";

    private string HintOf(EntryField field)
    {
        var previous = Line.Rules.PreviousOf(field.Definition.Key);
        var before = field.Proposal is { } proposal ? $"{proposal.Word}，待确认" : previous.Length > 0 ? $"上季 {previous}" : "";
        var parts = new[] { field.Note, FormulaNotes.Of(Line.Typed.Note, field), field.Definition.Hint, Session.Shared.NoteOf(Line, field), before };
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>Without a place to break the line in 公里/平方公里; the style keeps the words whole.</summary>
    private static string Unbroken(string text) => text.Replace("/", "/\u2060", StringComparison.Ordinal);

    private string ErrorId(string field) => $"error-{Number}-{field}";

    private string MirrorKey(string field) => $"entry:{Session.Key.UnitCode}:{Session.Quarter}:{Number}:{field}";

    private void ToggleNote() => isNoteOpen = !isNoteOpen;

    private void ToggleEvidence() => isEvidenceOpen = !isEvidenceOpen;

    private void Support(IReadOnlyList<EvidenceFile> evidence)
    {
        Line.Support(evidence);
        Session.Changed?.Invoke();
    }

    private void ToggleReason() => reasonOpen = !IsReasonOpen;

    /// <summary>For the page as it is first sent. Afterwards the text belongs to the browser, and Blazor never sets it.</summary>
    private string? Prerendered(string text) => RendererInfo.IsInteractive ? null : text;

    /// <summary>What the portal would have in a field; null where the text is too long and only the browser has it.</summary>
    private string? Known(string field, string text) => Line.Typed.Overlong.Has(field) ? null : text;

    private Task TypedAsync(TypedEventArgs typed)
    {
        answered = Math.Max(answered, typed.Sequence);
        if (typed.Text is null)
        {
            Line.MarkOverlong(typed.Field, typed.Length);
        }
        else
        {
            Enter(typed.Field, typed.Text);
        }

        return Session.SaveAsync(Line);
    }

    private void Enter(string field, string text)
    {
        if (field == "note")
        {
            isNoteOpen = true;
            Line.Say("note", typed => typed.Note = text);
        }
        else if (field == "reason")
        {
            Line.Say("reason", typed => typed.Reason = text);
        }
        else if (field == EntryBlock.AnswerField)
        {
            Line.Answer = text;
        }
        else if (Line.Typed.IndexOf(field) is { } index)
        {
            Line.Type(index, text);
        }
        else if (Line.FindingOf(field) is { } finding)
        {
            Line.Explain(finding, text);
        }
    }

    private Task ConfirmAsync()
    {
        Line.Confirm(_ => true);
        return Session.SaveAsync(Line);
    }

    private Task SayNotApplicableAsync(ChangeEventArgs change)
    {
        reasonOpen = true;
        Line.Say(null, typed => typed.IsNotApplicable = change.Value is true);
        if (!Line.IsNotApplicable)
        {
            Session.Shared.Fill(Line);
        }

        return Session.SaveAsync(Line);
    }

    private Task KeepMineAsync()
    {
        Line.KeepMine();
        return Session.SaveAsync(Line);
    }

    private Task UseTheirs()
    {
        Line.UseTheirs();
        return Session.SaveAsync(Line);
    }

    private Task RetryAsync()
    {
        Line.Reconsider();
        return Session.SaveAsync(Line);
    }
}
