namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>Where a commitment stands, in the order in which it asks for attention.</summary>
public enum CommitmentState
{
    /// <summary>已逾期: its last day has passed, and nobody has found it kept.</summary>
    Overdue,

    /// <summary>临期: its last day is near.</summary>
    Near,

    /// <summary>未到期.</summary>
    Pending,

    /// <summary>长期执行: the text names no last day.</summary>
    Standing,

    /// <summary>已兑现.</summary>
    Kept,
}
