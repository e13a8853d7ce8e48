using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>What a department says of a task, as it is typed.</summary>
public sealed record TypedTaskStatement(TaskState? State, string? Done, string? Problems, string? Next)
{
    /// <summary>Clean.</summary>
    /// <param name="isHandedIn">Whether it is to be whole; a draft may lack what is said later.</param>
    /// <exception cref="RefusalException">Invalid, by field.</exception>
    internal TaskStatement Read(bool isHandedIn)
    {
        if (State is not { } state)
        {
            throw TaskFaults.Refusal([("state", "请选择任务状态。")]);
        }

        var statement = new TaskStatement(state, TypedText.Clean(Done) ?? "", TypedText.Clean(Problems), TypedText.Clean(Next));
        var faults = statement.Excesses().Concat(isHandedIn ? statement.Faults() : []).ToList();
        return faults.Count == 0 ? statement : throw TaskFaults.Refusal(faults);
    }
}
