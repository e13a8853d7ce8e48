using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>One indicator as the clerk has it on the screen: what is typed, what its rules say of that, and what is known to be in the database.</summary>
public sealed class EntryLine
{
    private readonly LineVerdict verdict;

    public EntryLine(ReportEntry entry, Quarter quarter, CheckRules checks, Func<int, ReportedFigure?>? beside = null, Func<CarriedOver?>? carriedOver = null)
    {
        Record = new LineRecord(entry);
        Rules = new LineRules(entry, quarter, checks, beside ?? (_ => null), carriedOver ?? (() => null));
        Typed = new TypedLine(entry.Indicator, entry.Statement);
        verdict = new LineVerdict(Rules, Typed, EntryLight.Of(entry.Rating, entry.Statement.ToFigure(entry.Status == ValueStatus.Accepted)), entry.Findings);
    }

    public LineRecord Record { get; }

    public LineRules Rules { get; }

    public TypedLine Typed { get; }

    public Indicator Indicator => Rules.Indicator;

    public IReadOnlyList<EntryField> Fields => Typed.Fields;

    public bool IsNotApplicable => Typed.IsNotApplicable;

    public int Version => Record.Version;

    public ValueStatus Status => Record.Status;

    public CurrentValue? Conflict => Record.Conflict;

    public EntryLight Light => verdict.Light;

    /// <inheritdoc cref="LineVerdict.Findings"/>
    public IReadOnlyList<EntryFinding> Findings => verdict.Findings;

    /// <inheritdoc cref="LineVerdict.Fault"/>
    public string? Fault => verdict.Fault;

    /// <inheritdoc cref="LineVerdict.Awaited"/>
    public EntryField? Awaited => verdict.Awaited;

    public bool IsSaving { get; set; }

    /// <summary>答复 to the reason of the return; sent when it is submitted.</summary>
    public string Answer { get; set; } = "";

    /// <summary>It says the same as when it was returned, so that an answer is asked for.</summary>
    public bool NeedsAnswer => Record.IsAsReturned(verdict.Content);

    public bool IsWithClerk => Status.IsWithClerk();

    /// <summary>What a check asks evidence for; null where none does.</summary>
    public EntryFinding? EvidenceDemand => Findings.FirstOrDefault(finding => finding.Code == CheckCode.NoEvidence.Name);

    /// <summary>What is wrong stands at its field already.</summary>
    public bool IsFaultAtField => Fields.Any(typed => typed.Fault is not null) || (EntryBlock.OverlongIn(this) is { } text && Typed.IndexOf(text) is null);

    /// <summary>A save went unanswered and waits to be sent again.</summary>
    public bool IsUnanswered => Record.IsSent && !IsSaving;

    /// <summary>The same may be sent again: a save went unanswered, or was refused for something else than what is typed.</summary>
    public bool CanRetry => IsUnanswered || (Record.IsRefusedForNow && !IsSaving);

    public bool HasOpenWarning => Findings.Any(finding => finding is { Severity: FindingSeverity.Warning, BlocksSubmission: true });

    /// <summary>What is typed is complete and right, 不适用 with its reason included.</summary>
    public bool IsFilled => IsRight && ValueMeasure.HasReported(Indicator, Said);

    public RowState State => this switch
    {
        { Conflict: not null } => RowState.Conflict,
        { IsSaving: true } => RowState.Saving,
        { Fault: not null } => RowState.Unsaved,
        { Awaited: not null } => RowState.Unfinished,
        _ => RowStates.Of(Status, HasOpenWarning),
    };

    /// <summary>What the row says in numbers.</summary>
    public ReportedInputs Inputs => verdict.Content.Inputs;

    /// <summary>What it says now, for the rows that are compared with it.</summary>
    public ReportedFigure Said => verdict.Content.ToFigure(IsApproved);

    /// <summary>As it is looked at together with the others.</summary>
    public SheetValue AsPart => new(Indicator, Said, Rules.Figures, IsWithClerk, Typed.Explanations.Given);

    private bool IsRight => Fault is null && Awaited is null && Conflict is null;

    private bool IsApproved => Status == ValueStatus.Accepted;

    /// <summary>The key of the finding whose explanation has a <c>data-field</c>; null when it is not raised.</summary>
    public string? FindingOf(string field) =>
        Findings.FirstOrDefault(finding => finding.Key is not null && EntryBlock.ExplanationField(finding) == field)?.Key;

    public void Type(int field, string? text)
    {
        Typed.Type(Fields[field], text);
        Validate(isUnfinished: field < Fields.Count - 1);
    }

    /// <inheritdoc cref="TypedLine.Confirm"/>
    public bool Confirm(Func<EntryField, bool> which)
    {
        var isChanged = Typed.Confirm(which);
        if (isChanged)
        {
            Validate(isUnfinished: false);
        }

        return isChanged;
    }

    /// <summary>Another row gave a number that this one holds too.</summary>
    /// <returns>Whether the row has something to save by it.</returns>
    public bool TakeOver(EntryField field, decimal? number)
    {
        var isStored = number == Record.Statement.Inputs[field.Definition.Key];
        if (field.Value != number || field.IsUnreadable)
        {
            Typed.Take(field, number);
            Validate(isUnfinished: false);
        }
        else if (!Record.IsSent && !isStored)
        {
            // What refused it may have been put right in the other row.
            Validate();
        }

        return !isStored;
    }

    /// <summary>The clerk has left the numbers: what does not fit together is said.</summary>
    public void EndWait()
    {
        if (Awaited is not null)
        {
            Validate(isUnfinished: false);
        }
    }

    /// <summary>A text is too long, and stays in the browser.</summary>
    public void MarkOverlong(string field, int length) => Say(null, typed => typed.Overlong.Add(field, length));

    /// <summary>Says something besides numbers.</summary>
    /// <param name="field">Whose text is no longer too long; null for none.</param>
    /// <param name="change">What is said.</param>
    public void Say(string? field, Action<TypedLine> change)
    {
        if (field is not null)
        {
            Typed.Overlong.Remove(field);
        }

        change(Typed);
        Validate();
    }

    /// <summary>Answers one finding.</summary>
    public void Explain(string finding, string text) =>
        Say(Findings.Where(raised => raised.Key == finding).Select(EntryBlock.ExplanationField).FirstOrDefault(), typed => typed.Explanations[finding] = text);

    /// <summary>A row that this one is compared with says something else by now.</summary>
    public void Recheck() => Validate();

    /// <inheritdoc cref="LineRules.Support"/>
    public void Support(IReadOnlyList<EvidenceFile> evidence)
    {
        Rules.Support(evidence);
        AskAnew();
    }

    /// <summary>What is asked may have changed though the row did not.</summary>
    public void AskAnew()
    {
        if (IsRight)
        {
            verdict.Rate(IsApproved);
        }
    }

    /// <inheritdoc cref="LineRecord.NextSave"/>
    public SaveValue? NextSave(ReportKey report) => Record.NextSave(report.Of(Indicator.Number), IsRight ? verdict.Content : null);

    public void Stored(SaveValue save, SavedValue saved)
    {
        Record.Stored(save, saved);
        Validate();
    }

    /// <inheritdoc cref="LineRecord.Carried"/>
    public void Carried(CarriedValue carried)
    {
        Record.Carried(carried);
        Validate();
    }

    public void Refused(RefusalException refusal) => verdict.Fault = Record.Refused(refusal) ?? Fault;

    /// <summary>No answer came; the save stays as it was sent, so that its id finds it should it have been stored.</summary>
    public void Unanswered() => verdict.Fault = "系统暂时没有响应，稍后会再试；请不要关闭页面";

    /// <summary>Makes a save that was refused ready to be sent again, as a new one.</summary>
    public void Reconsider()
    {
        if (Record.IsRefusedForNow)
        {
            Validate();
        }
    }

    /// <summary>用我的: what is typed is to replace what the other person stored.</summary>
    public void KeepMine()
    {
        Record.Resolve();
        Validate();
    }

    /// <summary>用对方的: what the other person stored replaces what is typed.</summary>
    public void UseTheirs()
    {
        Record.Resolve();
        Typed.Overlong.Clear();
        Typed.Show(Record.Statement, Fields);
        Validate();
    }

    /// <summary>Whether what somebody else stored can be shown: nothing of the clerk's own is lost by it, and the row has gone through no step meanwhile.</summary>
    public bool MayTake(ReportEntry fresh) =>
        !IsSaving && !Record.IsSent && IsRight && !Typed.Overlong.HasWords && verdict.Content == Record.Statement && Record.MayFollow(fresh);

    /// <summary>Shows what somebody else stored.</summary>
    /// <exception cref="InvalidOperationException">It cannot be shown (<see cref="MayTake"/>).</exception>
    public void Take(ReportEntry fresh)
    {
        if (!MayTake(fresh))
        {
            throw new InvalidOperationException("Something of the clerk's own is in the row.");
        }

        Record.Follow(fresh);

        // Where nothing changed, a number that is proposed stays so.
        Typed.Show(Record.Statement, Fields.Where(field => field.Value != Record.Statement.Inputs[field.Definition.Key]));
        Validate();
    }

    private void Validate(bool? isUnfinished = null)
    {
        Record.Reconsider();
        verdict.Check(IsApproved, isUnfinished);
        Typed.MarkSaved(verdict.Content, Record.Statement);
    }
}
