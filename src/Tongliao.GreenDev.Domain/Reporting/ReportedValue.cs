namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>What a unit says of one indicator in one quarter, and where it stands on its way to approval.</summary>
public sealed class ReportedValue
{
    private ReportedValue()
    {
    }

    public long Id { get; private init; }

    public int SubmissionId { get; private init; }

    public int IndicatorId { get; private init; }

    /// <summary>The working statement (填报数). The accepted one, which is published, is that of the last revision with <see cref="ValueStatus.Accepted"/>.</summary>
    public Statement Statement { get; private set; } = Statement.Empty;

    public ValueStatus Status { get; private set; }

    /// <summary>0 until something is saved, then one more with every change; the form carries it back.</summary>
    public int Version { get; private set; }

    /// <summary>退回原因, kept until the city decides: whoever reviews the next round sees why there is one.</summary>
    public string? ReturnReason { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>When it was submitted for the first time; decides whether it was on time.</summary>
    public DateTimeOffset? FirstSubmittedAt { get; private set; }

    public static ReportedValue Blank(int indicatorId) => new() { IndicatorId = indicatorId, Status = ValueStatus.Empty };

    public ReportedFigure ToFigure() => Statement.ToFigure(Status == ValueStatus.Accepted);

    /// <summary>Saves a draft. A value cleared of everything is empty again.</summary>
    /// <param name="statement">Its 说明 are of findings that its numbers raise.</param>
    /// <param name="now">When.</param>
    /// <exception cref="InvalidOperationException">The value is not in the clerk's hands.</exception>
    public void SaveDraft(Statement statement, DateTimeOffset now)
    {
        if (!Status.IsWithClerk())
        {
            throw new InvalidOperationException($"A value in {Status} cannot be edited.");
        }

        Statement = statement;
        Change(statement.IsEmpty ? ValueStatus.Empty : ValueStatus.Draft, now);
    }

    /// <summary>Takes over a number that another value of the report gave. What was returned stays so: its own fault is not mended by it.</summary>
    /// <param name="statement">With the number.</param>
    /// <param name="now">When.</param>
    /// <exception cref="InvalidOperationException">The value is not in the clerk's hands.</exception>
    public void Share(Statement statement, DateTimeOffset now)
    {
        var isReturned = Status == ValueStatus.Returned;
        SaveDraft(statement, now);
        Status = isReturned ? ValueStatus.Returned : Status;
    }

    /// <summary>Moves it on by a step that <see cref="ReviewSteps.Next"/> allows.</summary>
    /// <param name="next">The status after the step.</param>
    /// <param name="reason">退回原因 of a return or a reopening; of others it is not kept here.</param>
    /// <param name="now">When.</param>
    public void MoveTo(ValueStatus next, string? reason, DateTimeOffset now)
    {
        switch (next)
        {
            case ValueStatus.CountyReview or ValueStatus.CityReview:
                FirstSubmittedAt ??= now;
                break;
            case ValueStatus.Returned:
                ReturnReason = reason;
                break;
            case ValueStatus.Accepted:
                ReturnReason = null;
                break;
            case ValueStatus.Draft when FirstSubmittedAt == ChangedAt:
                // 撤回 of the first submission: nobody has seen it, and it makes nothing on time.
                FirstSubmittedAt = null;
                break;
        }

        Change(next, now);
    }

    /// <summary>
    /// Whether a submission needs an answer (答复): it was returned, and says the same as then. Also after other drafts and withdrawals in between.
    /// </summary>
    /// <param name="returned">What it said when it was returned.</param>
    public bool NeedsAnswer(Statement returned) => ReturnReason is not null && Statement == returned;

    /// <summary>更正: an approved value says something else, and stays approved.</summary>
    /// <exception cref="InvalidOperationException">It is not approved.</exception>
    public void Correct(Statement statement, DateTimeOffset now)
    {
        if (Status != ValueStatus.Accepted)
        {
            throw new InvalidOperationException($"A value in {Status} is edited, not corrected.");
        }

        Statement = statement;
        Change(ValueStatus.Accepted, now);
    }

    private void Change(ValueStatus next, DateTimeOffset now)
    {
        Status = next;
        Version++;
        ChangedAt = now;
    }
}
