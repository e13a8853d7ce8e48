namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>The way of a report: which step may be taken where, by which side, and the words for them.</summary>
public static class TaskReportSteps
{
    /// <summary>Where a step leads; null where it cannot be taken.</summary>
    /// <param name="step">Which.</param>
    /// <param name="from">Null before the first version.</param>
    public static TaskReportStatus? Leads(this TaskReportStep step, TaskReportStatus? from) => (step, from) switch
    {
        (TaskReportStep.Save, null or TaskReportStatus.Draft) => TaskReportStatus.Draft,

        // A returned report stays returned while it is being put right: the desk goes on asking for it.
        (TaskReportStep.Save, TaskReportStatus.Returned) => TaskReportStatus.Returned,
        (TaskReportStep.Submit, null or TaskReportStatus.Draft or TaskReportStatus.Returned) => TaskReportStatus.Waiting,
        (TaskReportStep.Withdraw, TaskReportStatus.Waiting) => TaskReportStatus.Draft,
        (TaskReportStep.Approve, TaskReportStatus.Waiting) => TaskReportStatus.Approved,
        (TaskReportStep.Return, TaskReportStatus.Waiting) => TaskReportStatus.Returned,
        (TaskReportStep.Reopen, TaskReportStatus.Approved) => TaskReportStatus.Returned,
        _ => null,
    };

    /// <summary>Whether the reviewing side takes it; the others are the department's own.</summary>
    public static bool IsReview(this TaskReportStep step) => step is TaskReportStep.Approve or TaskReportStep.Return or TaskReportStep.Reopen;

    /// <summary>Whether it brings words of its own; the others leave them as they are.</summary>
    public static bool Writes(this TaskReportStep step) => step is TaskReportStep.Save or TaskReportStep.Submit;

    public static bool NeedsReason(this TaskReportStep step) => step is TaskReportStep.Return or TaskReportStep.Reopen;

    public static string Word(this TaskReportStep step) => step switch
    {
        TaskReportStep.Save => "存草稿",
        TaskReportStep.Submit => "上报",
        TaskReportStep.Withdraw => "撤回",
        TaskReportStep.Approve => "审核通过",
        TaskReportStep.Return => "退回",
        TaskReportStep.Reopen => "重新打开",
    };

    public static string Word(this TaskReportStatus status) => status switch
    {
        TaskReportStatus.Draft => "草稿",
        TaskReportStatus.Waiting => "待审核",
        TaskReportStatus.Returned => "已退回",
        TaskReportStatus.Approved => "已通过",
    };
}
