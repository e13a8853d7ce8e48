using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>What a department says of a task.</summary>
/// <param name="State">任务状态.</param>
/// <param name="Done">进展情况: what was done in the quarter.</param>
/// <param name="Problems">存在问题; null for none.</param>
/// <param name="Next">下一步措施; null for none.</param>
public sealed record TaskStatement(TaskState State, string Done, string? Problems, string? Next)
{
    /// <summary>Of 进展情况, characters.</summary>
    public const int LongestDone = 1000;

    /// <summary>Of 存在问题 and of 下一步措施, characters.</summary>
    public const int LongestOther = 500;

    /// <summary>Fewer say nothing of a quarter.</summary>
    public const int FewestDone = 10;

    /// <summary>What it is to say before it is handed in, by field; a draft may lack it.</summary>
    public IEnumerable<(string Field, string Message)> Faults()
    {
        if (Done.Length < FewestDone || !VisibleText.IsReason(Done))
        {
            yield return ("done", $"请写明本季度做了什么、做到什么程度，至少{FewestDone}个字。");
        }

        if (State == TaskState.Behind && !VisibleText.IsReason(Problems))
        {
            yield return ("problems", $"进展滞后的须写明存在问题（卡在哪里），{VisibleText.ReasonAdvice}。");
        }

        if (State is TaskState.Behind or TaskState.NotStarted && !VisibleText.IsReason(Next))
        {
            yield return ("next", $"{State.Word()}的须写明下一步措施（怎么办、何时办成），{VisibleText.ReasonAdvice}。");
        }
    }

    /// <summary>What cannot even be kept.</summary>
    public IEnumerable<(string Field, string Message)> Excesses()
    {
        if (Done.Length > LongestDone)
        {
            yield return ("done", $"进展情况最多{LongestDone}个字，现有{Done.Length}个字。");
        }

        if (Problems?.Length > LongestOther)
        {
            yield return ("problems", $"存在问题最多{LongestOther}个字，现有{Problems.Length}个字。");
        }

        if (Next?.Length > LongestOther)
        {
            yield return ("next", $"下一步措施最多{LongestOther}个字，现有{Next.Length}个字。");
        }
    }
}
