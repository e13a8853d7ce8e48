using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Who opened, moved, closed and locked a period, and why.</summary>
public sealed partial class PeriodHistory(OfficeClock clock)
{
    /// <summary>The latest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<PeriodChange> Changes { get; set; } = [];

    private static string Words(AuditedPeriod after) =>
        string.Join('；', new[] { State(after), after.Scheduled, Named("改动原因", after.DueReason), Named("未办事项说明", after.LeftOpenReason) }.OfType<string>());

    private static string State(AuditedPeriod after) => after.PlanReason is { } reason
        ? $"定时安排为{Planned(after)}；安排的原因：{reason}"
        : $"{after.State.Word()}，截止日期 {DateText.Display(after.DueOn) ?? "未定"}";

    private static string Planned(AuditedPeriod after)
    {
        var days = new (DateOnly? On, string Word)[]
            { (after.PlannedOpening, "开放"), (after.PlannedDue, "截止"), (after.PlannedClosing, "关闭"), (after.PlannedLock, "锁定") }
            .Where(step => step.On is not null).Select(step => $"{DateText.Display(step.On)} {step.Word}").ToList();
        return days.Count == 0 ? "不自动办理" : string.Join('、', days);
    }

    private static string? Named(string name, string? words) => words is null ? null : $"{name}：{words}";
}
