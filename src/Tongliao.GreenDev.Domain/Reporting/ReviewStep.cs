namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>A step a value takes between county and city.</summary>
public enum ReviewStep
{
    /// <summary>上报.</summary>
    Submit,

    /// <summary>审核通过.</summary>
    Approve,

    /// <summary>退回.</summary>
    Return,

    /// <summary>重新打开 an accepted value for correction.</summary>
    Reopen,

    /// <summary>撤回: the clerk takes back what they submitted and no reviewer has opened yet.</summary>
    Withdraw,
}
