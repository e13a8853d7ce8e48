namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>Words for the states of a task.</summary>
public static class TaskStates
{
    public static string Word(this TaskState state) => state switch
    {
        TaskState.NotStarted => "未启动",
        TaskState.OnSchedule => "序时推进",
        TaskState.Behind => "进展滞后",
        TaskState.Completed => "已完成",
    };
}
