using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>How tasks and commitments stand, in one line.</summary>
/// <param name="Plan">For example 24项中19项已通过（序时推进 15，进展滞后 4），待审核 2，未报 3.</param>
/// <param name="Commitments">For example 已兑现 2，已逾期 3，长期执行 17; null where the plan makes none.</param>
public sealed record TaskFigures(string Plan, string? Commitments)
{
    public static TaskFigures Of(TaskProgressFigures figures)
    {
        var overview = figures.Overview;
        var states = string.Join('，', overview.States.Where(state => state.Count > 0).Select(state => $"{state.State.Word()} {state.Count}"));
        return new TaskFigures(
            $"{overview.Leads.Count()}项中{overview.Approved}项已通过{(states.Length > 0 ? $"（{states}）" : "")}，待审核 {overview.Waiting}，未报或已退回 {overview.Owed}。",
            figures.Commitments.Count == 0 ? null : string.Join(
                '，',
                figures.Commitments.GroupBy(line => line.State).OrderBy(group => group.Key).Select(group => $"{group.Key.Word()} {group.Count()}")) + "。");
    }
}
