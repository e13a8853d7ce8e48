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

    /// <summary>The working statement (填报数). The accepted one, which is published, is that of the last revision with <see cref="SubmissionStatus.Accepted"/>.</summary>
    public Statement Statement { get; private set; } = Statement.Empty;

    public SubmissionStatus Status { get; private set; }

    /// <summary>0 until something is saved, then one more with every change; the form carries it back.</summary>
    public int Version { get; private set; }

    /// <summary>退回原因, kept until the value is submitted again.</summary>
    public string? ReturnReason { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>When it was submitted for the first time; decides whether it was on time.</summary>
    public DateTimeOffset? FirstSubmittedAt { get; private set; }

    public static ReportedValue Blank(int indicatorId) => new() { IndicatorId = indicatorId, Status = SubmissionStatus.Empty };

    public ReportedFigure ToFigure() => Statement.ToFigure(Status == SubmissionStatus.Accepted);

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
        MoveTo(statement.IsEmpty ? SubmissionStatus.Empty : SubmissionStatus.Draft, now);
    }

    /// <summary>Takes a step that <see cref="ReportStep.Next"/> allows.</summary>
    /// <param name="next">The status after the step.</param>
    /// <param name="reason">退回原因 of a return or a reopening, otherwise null.</param>
    /// <param name="now">When.</param>
    public void Take(SubmissionStatus next, string? reason, DateTimeOffset now)
    {
        if (next == SubmissionStatus.CountyReview)
        {
            FirstSubmittedAt ??= now;
            ReturnReason = null;
        }
        else if (next == SubmissionStatus.Returned)
        {
            ReturnReason = reason;
        }

        MoveTo(next, now);
    }

    private void MoveTo(SubmissionStatus next, DateTimeOffset now)
    {
        Status = next;
        Version++;
        ChangedAt = now;
    }
}

/// <summary>A step a value takes between county and city.</summary>
public enum ReportAction
{
    /// <summary>上报.</summary>
    Submit,

    /// <summary>审核通过.</summary>
    Approve,

    /// <summary>退回.</summary>
    Return,

    /// <summary>重新打开 an accepted value for correction.</summary>
    Reopen,
}

/// <summary>On whose side a step is taken.</summary>
public enum ReviewTier
{
    Clerk,

    /// <summary>县级审核.</summary>
    County,

    /// <summary>市级审核: the bureau, or the indicator's lead department.</summary>
    City,
}

/// <summary>The one table of allowed steps.</summary>
public static class ReportStep
{
    /// <summary>The status after a step, or null when it is not allowed from here.</summary>
    public static SubmissionStatus? Next(SubmissionStatus status, ReportAction action, ReviewTier tier) => (action, tier, status) switch
    {
        (ReportAction.Submit, ReviewTier.Clerk, SubmissionStatus.Draft or SubmissionStatus.Returned) => SubmissionStatus.CountyReview,
        (ReportAction.Approve, ReviewTier.County, SubmissionStatus.CountyReview) => SubmissionStatus.CityReview,
        (ReportAction.Approve, ReviewTier.City, SubmissionStatus.CityReview) => SubmissionStatus.Accepted,
        (ReportAction.Return, ReviewTier.County, SubmissionStatus.CountyReview) => SubmissionStatus.Returned,
        (ReportAction.Return, ReviewTier.City, SubmissionStatus.CityReview) => SubmissionStatus.Returned,
        (ReportAction.Reopen, ReviewTier.City, SubmissionStatus.Accepted) => SubmissionStatus.Returned,
        _ => null,
    };

    /// <summary>Whether a value has left this step behind, so that a step taken “for all” passes over it.</summary>
    public static bool IsBehind(SubmissionStatus status, ReportAction action, ReviewTier tier) => action switch
    {
        ReportAction.Submit => status.Stage() >= SubmissionStatus.CountyReview.Stage(),
        ReportAction.Approve => status.Stage() > (tier == ReviewTier.City ? SubmissionStatus.CityReview : SubmissionStatus.CountyReview).Stage(),
        ReportAction.Return => status == SubmissionStatus.Returned,
        ReportAction.Reopen => status == SubmissionStatus.Returned,
    };

    public static string Word(this ReportAction action) => action switch
    {
        ReportAction.Submit => "上报",
        ReportAction.Approve => "审核通过",
        ReportAction.Return => "退回",
        ReportAction.Reopen => "重新打开",
    };
}
