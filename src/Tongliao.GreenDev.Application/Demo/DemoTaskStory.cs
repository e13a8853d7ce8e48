using System.Globalization;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>What demo departments say of tasks, and how far each report has come.</summary>
internal static class DemoTaskStory
{
    public const string ReturnReason = "只写了工作安排，请补充已完成的项目数量和剩余工程的完成时间。（演示）";

    /// <summary>Commitments that the bureau has found kept.</summary>
    public static IReadOnlyList<int> Kept { get; } = [1, 6];

    /// <summary>The steps of a lead's report; empty where nothing was said yet.</summary>
    public static IReadOnlyList<TaskReportStep> StepsOf(Quarter quarter, Quarter last, int task)
    {
        if (quarter < last.Previous)
        {
            return task % 9 == 4 ? Answered : Approved;
        }

        return quarter < last
            ? task is 13 or 24 ? Waiting : task == 22 ? [TaskReportStep.Submit, TaskReportStep.Return] : task == 8 ? Answered : Approved
            : (task % 6) switch
            {
                0 or 3 => Approved,
                1 => Waiting,
                4 => task == 10 ? [TaskReportStep.Save] : Waiting,
                _ => task == 8 ? [TaskReportStep.Submit, TaskReportStep.Return] : [],
            };
    }

    /// <summary>市生态环境局 and 市水务局 add to what others lead.</summary>
    public static bool IsAdded(Quarter quarter, Quarter last, int task, string departmentId) =>
        quarter < last && (task, departmentId) is (7, "shuiwu") or (4, "shengtai");

    public static TaskStatement Said(Quarter quarter, PlanTask task)
    {
        var share = Math.Min(100, (((quarter.Year * 4) + quarter.Number - (2024 * 4)) * 12) + (task.Number % 5));
        var projects = 2 + ((task.Number + quarter.Number) % 5);
        return StateOf(quarter, task.Number) switch
        {
            TaskState.NotStarted => new(TaskState.NotStarted, $"已列入年度工作计划，正在编制“{task.Title}”实施方案。（演示）", null, "下季度印发实施方案，落实责任科室和资金。（演示）"),
            TaskState.Behind => new(
                TaskState.Behind,
                string.Create(CultureInfo.InvariantCulture, $"本季度完成{projects - 1}个项目，累计完成年度计划的{share - 8}%，较时序进度慢8个百分点。（演示）"),
                "部分旗县配套资金到位晚，两个项目尚未开工。（演示）",
                "每半月调度一次，下季度末前全部开工并补齐进度。（演示）"),
            TaskState.Completed => new(TaskState.Completed, $"“{task.Title}”方案明确的工作已全部完成，转入常态化管理。（演示）", null, null),
            _ => new(
                TaskState.OnSchedule,
                string.Create(CultureInfo.InvariantCulture, $"本季度实施{projects}个项目，完成{projects - 1}个，累计完成年度计划的{share}%，达到时序进度。（演示）"),
                null,
                "继续按月调度，做好项目验收和资料归档。（演示）"),
        };
    }

    private static IReadOnlyList<TaskReportStep> Approved { get; } = [TaskReportStep.Submit, TaskReportStep.Approve];

    private static IReadOnlyList<TaskReportStep> Waiting { get; } = [TaskReportStep.Save, TaskReportStep.Submit];

    private static IReadOnlyList<TaskReportStep> Answered { get; } =
        [TaskReportStep.Submit, TaskReportStep.Return, TaskReportStep.Submit, TaskReportStep.Approve];

    private static TaskState StateOf(Quarter quarter, int task) => (quarter, task) switch
    {
        ({ Year: 2024, Number: 1 }, 15 or 19 or 23) => TaskState.NotStarted,
        ({ Year: 2024 }, 6 or 13) or ({ Year: 2025, Number: >= 2 }, 8 or 13 or 15) => TaskState.Behind,
        ({ Year: 2025, Number: >= 3 }, 5 or 21) => TaskState.Completed,
        _ => TaskState.OnSchedule,
    };
}
