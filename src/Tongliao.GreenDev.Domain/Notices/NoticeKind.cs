namespace Tongliao.GreenDev.Domain.Notices;

/// <summary>What a notice is about; by it a person chooses what comes by mail.</summary>
public enum NoticeKind
{
    /// <summary>催报.</summary>
    Reminder,

    /// <summary>延期, granted or withdrawn.</summary>
    Extension,

    /// <summary>退回 or 重新打开: values that came back to their clerk.</summary>
    Returned,

    /// <summary>审核通过: values that the city approved. Nothing is to be done about it.</summary>
    Approved,

    /// <summary>整改事项 that has opened.</summary>
    Rectification,

    /// <summary>任务进展 that came back to its department.</summary>
    TaskProgress,

    /// <summary>基数申报: filed, adopted or returned.</summary>
    Baseline,

    /// <summary>定时办理 that something stood in the way of.</summary>
    Schedule,
}
