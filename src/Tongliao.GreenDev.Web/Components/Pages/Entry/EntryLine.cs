using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>One indicator as the clerk has it on the screen, beside what is known to be in the database.</summary>
public sealed class EntryLine
{
    private readonly Quarter quarter;
    private readonly UnitCase known;
    private readonly Statement? returned;
    private CheckContext context;
    private Statement stored;
    private SaveValue? sent;
    private bool isRefusedForNow;
    private bool isUnfinished;

    public EntryLine(ReportEntry entry, Quarter quarter, CheckRules checks, Func<int, ReportedFigure?>? beside = null, Func<CarriedOver?>? carriedOver = null)
    {
        Indicator = entry.Indicator;
        this.quarter = quarter;
        known = entry.Case;
        context = new CheckContext(entry.Indicator, known, beside ?? (_ => null), checks) { LacksEvidence = entry.Evidence.Count == 0, CarriedOver = carriedOver ?? (() => null) };
        Evidence = entry.Evidence;
        YearTarget = entry.Rating.YearTarget;
        stored = entry.Statement;
        Version = entry.Version;
        Status = entry.Status;
        ReturnReason = entry.ReturnReason;
        returned = entry.Trail.Returned?.Statement;
        Trail = entry.Trail;
        ChangedAt = entry.ChangedAt;
        Fields = [.. Indicator.Inputs.Select(field => new EntryField(field, stored.Inputs[field.Key]))];
        Show(stored);
        Light = EntryLight.Of(entry.Rating, Figure(stored));
        Findings = entry.Findings;
    }

    public Indicator Indicator { get; }

    public IReadOnlyList<EntryField> Fields { get; }

    /// <summary>不适用 is ticked.</summary>
    public bool IsNotApplicable { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>备注.</summary>
    public string Note { get; private set; } = "";

    /// <summary>说明 of each finding.</summary>
    public EntryExplanations Explanations { get; } = new();

    /// <summary>Changes when 说明, 备注 and the reason are safe, for the script that keeps unsaved texts.</summary>
    public int TextsSaved { get; private set; }

    public OverlongTexts Overlong { get; } = new();

    public int Version { get; private set; }

    public ValueStatus Status { get; private set; }

    public string? ReturnReason { get; }

    /// <summary>Who returned, submitted or opened it.</summary>
    public ValueTrail Trail { get; }

    /// <summary>佐证材料 that stands beside the value; handed in and removed by acts of their own, not saved with the row.</summary>
    public IReadOnlyList<EvidenceFile> Evidence { get; private set; }

    /// <summary>What a check asks evidence for; null where none does.</summary>
    public EntryFinding? EvidenceDemand => Findings.FirstOrDefault(finding => finding.Code == CheckCode.NoEvidence.Name);

    /// <summary>答复 to the reason of the return; sent when it is submitted.</summary>
    public string Answer { get; set; } = "";

    /// <summary>It says the same as when it was returned, so that an answer is asked for.</summary>
    public bool NeedsAnswer => IsWithClerk && ReturnReason is not null && Content == returned;

    /// <summary>It may be withdrawn (撤回): submitted, and opened by no reviewer when it was read.</summary>
    public bool MayWithdraw => Status is ValueStatus.CountyReview or ValueStatus.CityReview && Trail.IsUnopened;

    public DateTimeOffset? ChangedAt { get; private set; }

    public EntryLight Light { get; private set; } = EntryLight.Unknown;

    /// <summary>Of what is typed, when it is fit to be stored.</summary>
    public IReadOnlyList<EntryFinding> Findings { get; private set; } = [];

    /// <summary>Chinese: why the row is not saved; null when it is.</summary>
    public string? Fault { get; private set; }

    /// <summary>What is wrong stands at its field already.</summary>
    public bool IsFaultAtField => Fields.Any(typed => typed.Fault is not null) || (EntryBlock.OverlongIn(this) is { } text && IndexOf(text) is null);

    /// <summary>What somebody else stored meanwhile; the clerk chooses.</summary>
    public CurrentValue? Conflict { get; private set; }

    /// <summary>Chinese: what the conflict is; stays while the clerk types on.</summary>
    public string? ConflictText { get; private set; }

    /// <summary>
    /// The field whose number, still to come, may put right what is wrong between the numbers; null when nothing is, or when the clerk
    /// has left it. Until then nothing is called wrong and nothing stored.
    /// </summary>
    public EntryField? Awaited { get; private set; }

    public bool IsSaving { get; set; }

    /// <summary>A save went unanswered and waits to be sent again.</summary>
    public bool IsUnanswered => sent is not null && !IsSaving;

    /// <summary>The same may be sent again: a save went unanswered, or was refused for something else than what is typed.</summary>
    public bool CanRetry => IsUnanswered || (isRefusedForNow && !IsSaving);

    public bool IsWithClerk => Status.IsWithClerk();

    public bool HasOpenWarning => Findings.Any(finding => finding is { Severity: FindingSeverity.Warning, BlocksSubmission: true });

    /// <summary>What is typed is complete and right, 不适用 with its reason included.</summary>
    public bool IsFilled => Fault is null && Awaited is null && Conflict is null && ValueMeasure.HasReported(Indicator, Figure(Content));

    public RowState State => this switch
    {
        { Conflict: not null } => RowState.Conflict,
        { IsSaving: true } => RowState.Saving,
        { Fault: not null } => RowState.Unsaved,
        { Awaited: not null } => RowState.Unfinished,
        _ => RowStates.Of(Status, HasOpenWarning),
    };

    /// <summary>The value of the quarter before; null when there is none.</summary>
    public string? Previous => RatingWords.ValueBefore(Indicator, quarter, known);

    /// <summary>全年目标 in force.</summary>
    public YearTarget YearTarget { get; }

    /// <summary>What was typed a quarter before; null for nothing.</summary>
    public ReportedInputs? LastQuarter => known.FigureOf(quarter.Previous)?.Inputs;

    /// <summary>What the row says in numbers.</summary>
    public ReportedInputs Inputs => Content.Inputs;

    /// <summary>Some field is filled with a number that nobody confirmed.</summary>
    public bool HasProposals => Fields.Any(typed => typed.Proposal is not null);

    /// <summary>Makes proposed numbers what the row says.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Confirm(Func<EntryField, bool> which)
    {
        var proposed = Fields.Where(field => field.Proposal is not null && which(field)).ToList();
        proposed.ForEach(field => field.Type(field.Shown));
        if (proposed.Count > 0)
        {
            isUnfinished = false;
            Validate();
        }

        return proposed.Count > 0;
    }

    /// <summary>What was typed into a field a quarter before.</summary>
    public string PreviousOf(InputKey key) => NumberText.Display(known.FigureOf(quarter.Previous)?.Inputs?[key]);

    /// <summary>Which of <see cref="Fields"/> has a <c>data-field</c>; null for none.</summary>
    public int? IndexOf(string field) => Fields.TakeWhile(other => other.Key != field).Count() is var index && index < Fields.Count ? index : null;

    /// <summary>What it says now, for the rows that are compared with it.</summary>
    public ReportedFigure Said => Figure(Content);

    /// <summary>As it is looked at together with the others.</summary>
    public SheetValue AsPart => new(Indicator, Said, known.Figures, IsWithClerk, Explanations.Given);

    /// <summary>The key of the finding whose explanation has a <c>data-field</c>; null when it is not raised.</summary>
    public string? FindingOf(string field) =>
        Findings.FirstOrDefault(finding => finding.Key is not null && EntryBlock.ExplanationField(finding) == field)?.Key;

    /// <summary>What the row says, as it would be stored. Numbers stay in their fields while 不适用 is ticked, but are not stored.</summary>
    private Statement Content => new()
    {
        Inputs = IsNotApplicable
            ? ReportedInputs.None
            : Fields.Aggregate(ReportedInputs.None, (inputs, typed) => inputs.With(typed.Definition.Key, typed.Value)),
        NotApplicableReason = IsNotApplicable ? Reason : null,
        Note = Note,
        Explanations = [.. Findings.Where(finding => finding.Explanation is not null).Select(finding => new Explanation(finding.Key!, finding.Explanation!))],
    };

    public void Type(int field, string? text)
    {
        Overlong.Remove(Fields[field].Key);
        Fields[field].Type(text);
        Note = FormulaNotes.Put(Note, Fields[field]);
        isUnfinished = field < Fields.Count - 1;
        Validate();
    }

    /// <summary>A row that this one is compared with says something else by now.</summary>
    public void Recheck() => Validate();

    /// <summary>Files have come or gone.</summary>
    public void Support(IReadOnlyList<EvidenceFile> evidence)
    {
        Evidence = evidence;
        context = context with { LacksEvidence = evidence.Count == 0 };
        AskAnew();
    }

    /// <summary>What is asked may have changed though the row did not.</summary>
    public void AskAnew()
    {
        if (Fault is null && Awaited is null && Conflict is null)
        {
            Rate(Content);
        }
    }

    /// <summary>Another row gave a number that this one holds too.</summary>
    /// <returns>Whether the row has something to save by it.</returns>
    public bool TakeOver(EntryField field, decimal? number)
    {
        if (field.Value != number || field.IsUnreadable)
        {
            Overlong.Remove(field.Key);
            field.Show(number);
            Note = FormulaNotes.Put(Note, field);
            isUnfinished = false;
            Validate();
        }
        else if (sent is null && number != stored.Inputs[field.Definition.Key])
        {
            // What refused it may have been put right in the other row.
            Validate();
        }

        return stored.Inputs[field.Definition.Key] != number;
    }

    /// <summary>The clerk has left the numbers: what does not fit together is said.</summary>
    public void EndWait()
    {
        if (Awaited is not null)
        {
            isUnfinished = false;
            Validate();
        }
    }

    /// <summary>A text is too long, and stays in the browser.</summary>
    public void MarkOverlong(string field, int length)
    {
        Overlong.Add(field, length);
        Validate();
    }

    public void SayNotApplicable(bool isNotApplicable)
    {
        IsNotApplicable = isNotApplicable;
        Validate();
    }

    public void GiveReason(string? text)
    {
        Overlong.Remove("reason");
        Reason = text ?? "";
        Validate();
    }

    public void Remark(string? text)
    {
        Overlong.Remove("note");
        Note = text ?? "";
        Validate();
    }

    /// <summary>Answers one finding.</summary>
    public void Explain(string finding, string text)
    {
        if (Findings.FirstOrDefault(raised => raised.Key == finding) is { } answered)
        {
            Overlong.Remove(EntryBlock.ExplanationField(answered));
        }

        Explanations[finding] = text;
        Validate();
    }

    /// <summary>The save to send next: one whose answer never came, by its own id, else what differs from the database.</summary>
    public SaveValue? NextSave(ReportKey report)
    {
        if (sent is null && Fault is null && Awaited is null && Conflict is null && IsWithClerk && Content is var content && content != stored)
        {
            sent = new SaveValue(report.Of(Indicator.Number), content, Version, Guid.CreateVersion7());
        }

        return sent;
    }

    public void Stored(SaveValue save, SavedValue saved)
    {
        stored = save.Statement;
        (Version, Status, ChangedAt) = (saved.Version, saved.Status, saved.SavedAt);
        sent = null;
        Validate();
    }

    /// <summary>The database put a shared number into this row too.</summary>
    public void Carried(CarriedValue carried)
    {
        stored = carried.Statement;
        (Version, Status, ChangedAt) = (carried.Saved.Version, carried.Saved.Status, carried.Saved.SavedAt);
        Validate();
    }

    public void Refused(RefusalException refusal)
    {
        sent = null;
        Conflict = refusal.Current as CurrentValue;
        if (Conflict is null)
        {
            Fault = refusal.Message;

            // Such as a quarter that is closed: it may be opened again.
            isRefusedForNow = refusal.Kind != RefusalKind.Invalid;
        }
        else
        {
            ConflictText = refusal.Message;
        }
    }

    /// <summary>No answer came; the save stays as it was sent, so that its id finds it should it have been stored.</summary>
    public void Unanswered() => Fault = "系统暂时没有响应，稍后会再试；请不要关闭页面";

    /// <summary>Makes a save that was refused ready to be sent again, as a new one.</summary>
    public void Reconsider()
    {
        if (isRefusedForNow)
        {
            Validate();
        }
    }

    /// <summary>用我的: what is typed is to replace what the other person stored.</summary>
    public void KeepMine()
    {
        ResolveConflict();
        Validate();
    }

    /// <summary>用对方的: what the other person stored replaces what is typed.</summary>
    public void UseTheirs()
    {
        ResolveConflict();
        Overlong.Clear();
        foreach (var field in Fields)
        {
            // The same field, whose mark goes on: a new one could begin with the very mark that the browser has.
            field.Show(stored.Inputs[field.Definition.Key]);
        }

        Show(stored);
        Validate();
    }

    /// <summary>Shows what somebody else stored, where nothing of the clerk's own is lost by it.</summary>
    /// <returns>False when something is, or when the value has gone through a step that the row would have to show as well.</returns>
    public bool TryTake(ReportEntry fresh)
    {
        var isOwn = IsSaving || sent is not null || Fault is not null || Conflict is not null || Awaited is not null || Overlong.HasWords || Content != stored;
        if (isOwn || !IsWithClerk || !fresh.Status.IsWithClerk() || fresh.ReturnReason != ReturnReason)
        {
            return false;
        }

        stored = fresh.Statement;
        (Version, Status, ChangedAt) = (fresh.Version, fresh.Status, fresh.ChangedAt);
        foreach (var field in Fields.Where(field => field.Value != stored.Inputs[field.Definition.Key]))
        {
            field.Show(stored.Inputs[field.Definition.Key]);
        }

        Show(stored);
        Validate();
        return true;
    }

    private void ResolveConflict()
    {
        var theirs = Conflict ?? throw new InvalidOperationException("There is no conflict to resolve.");
        stored = theirs.Statement;
        (Version, Status, ChangedAt) = (theirs.Version, theirs.Status, theirs.ChangedAt);
        (Conflict, ConflictText) = (null, null);
    }

    private void Show(Statement content)
    {
        IsNotApplicable = content.NotApplicableReason is not null;
        Reason = content.NotApplicableReason ?? "";
        Note = content.Note ?? "";
        Explanations.Show(content.Explanations);
    }

    /// <summary>Checks and rates what is typed, and tells the fields that agree with the database.</summary>
    private void Validate()
    {
        isRefusedForNow = false;
        var content = Content;
        var errors = Errors(content.Inputs);
        foreach (var field in Fields)
        {
            field.Check(IsNotApplicable ? [] : errors, context.Checks);
        }

        Fault = FaultOf(content);
        if (Fault is null && Awaited is null)
        {
            Rate(content);
        }
        else
        {
            Light = EntryLight.Unknown;
            Findings = [];
        }

        MarkSaved(Content);
    }

    private IReadOnlyList<Finding> Errors(ReportedInputs inputs)
    {
        var errors = ValueChecks.Errors(Indicator, inputs);
        Awaited = isUnfinished && errors.Count > 0 && ValueChecks.FieldErrors(Indicator, inputs).Count == 0 ? Fields[^1] : null;
        return Awaited is null ? errors : [];
    }

    private string? FaultOf(Statement content) => this switch
    {
        _ when Overlong.First(IsNotApplicable) is { } field => Overlong.FaultOf(field),
        { IsNotApplicable: true } when content.NotApplicableReason is null => "请填写不适用的原因",
        { IsNotApplicable: true } when !VisibleText.IsReason(content.NotApplicableReason) => DraftService.NotApplicableAdvice,
        { IsNotApplicable: false } when Fields.Any(field => field.Fault is not null) => "请按提示改正",
        _ when content.Note?.Length > ValueChecks.MaxTextLength => Statement.TooLong("备注", content.Note.Length),
        _ when content.NotApplicableReason?.Length > ValueChecks.MaxTextLength => Statement.TooLong("不适用原因", content.NotApplicableReason.Length),
        _ => null,
    };

    private void Rate(Statement content)
    {
        var figure = Figure(content);
        Light = EntryLight.Of(RatingRules.RateUnit(Indicator, quarter, known.With(quarter, figure)), figure);
        Findings = FindingList.Of(quarter, figure, Explanations.Given, context);
        Fault = Overlong.FaultOfExplanations(Findings.Where(finding => finding.Key is not null).Select(EntryBlock.ExplanationField))
            ?? Findings.Where(finding => finding.Explanation?.Length > ValueChecks.MaxTextLength)
                .Select(finding => Statement.TooLong("说明", finding.Explanation!.Length)).FirstOrDefault();
    }

    private void MarkSaved(Statement content)
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

    private ReportedFigure Figure(Statement content) =>
        content.ToFigure(Status == ValueStatus.Accepted);
}
