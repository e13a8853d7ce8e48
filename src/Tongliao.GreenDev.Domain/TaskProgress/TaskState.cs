namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>How a department says that its part of a task stands, in the words of 督查.</summary>
public enum TaskState
{
    /// <summary>未启动.</summary>
    NotStarted,

    /// <summary>序时推进: goes as planned.</summary>
    OnSchedule,

    /// <summary>进展滞后: says what hinders it, and what is done about it.</summary>
    Behind,

    /// <summary>已完成.</summary>
    Completed,
}
