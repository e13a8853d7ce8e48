using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Tasks;

/// <summary>Which reports on tasks have changed since the moment as of which a page is seen.</summary>
internal static class TaskChangeWords
{
    public static AsOfChanges Of(PlanFacts facts, IReadOnlyList<TaskChange>? since) => AsOfChanges.Of(
        [
            .. (since ?? []).Select(change => new AsOfChange(
                $"任务{change.Key.TaskNumber} {change.Key.Quarter.ChineseName} · {facts.Department(change.Key.DepartmentId).ShortName}",
                Standing(change.Before),
                Standing(change.After))),
        ],
        ("份任务进展", since?.Count));

    private static string Standing(TaskReportTrail? trail) =>
        trail is null ? "没有可看的进展" : $"{trail.Latest.Statement.State.Word()}（{trail.Status.Word()}）";
}
