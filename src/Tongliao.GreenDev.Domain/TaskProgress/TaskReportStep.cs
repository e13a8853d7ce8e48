namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>What is done to a report; each makes a version.</summary>
public enum TaskReportStep
{
    /// <summary>存草稿.</summary>
    Save,

    /// <summary>上报.</summary>
    Submit,

    /// <summary>撤回, before anybody has decided.</summary>
    Withdraw,

    /// <summary>审核通过.</summary>
    Approve,

    /// <summary>退回, with a reason.</summary>
    Return,

    /// <summary>重新打开: gives an approved report back, with a reason.</summary>
    Reopen,
}
