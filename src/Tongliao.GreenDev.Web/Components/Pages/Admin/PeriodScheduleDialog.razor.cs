using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Says on which days a period is opened, falls due, is closed and locked by itself (定时安排), and why.</summary>
public sealed partial class PeriodScheduleDialog(PeriodService service)
{
    private string? opens;
    private string? due;
    private string? closes;
    private string? locks;
    private string? reason;

    [Parameter, EditorRequired]
    public PeriodProgress Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public WorkCalendar Calendar { get; set; } = default!;

    [Parameter, EditorRequired]
    public PeriodTimetable Timetable { get; set; } = default!;

    private bool IsOpened => Row.Period.OpenedAt is not null;

    private DateOnly First => Row.Period.Quarter.LastDay.AddDays(1);

    private string Origin => Row.Period.Schedule is null ? "下面的日期按系统设置推算，保存后才按它办理。" : "";

    private IReadOnlyList<string> DaysOff =>
    [
        .. from text in IsOpened ? new[] { closes, locks } : [opens, due, closes, locks]
           where DateText.Read(text).Value is { } day && !Calendar.IsWorking(day)
           select DateText.Normal(text),
    ];

    protected override void OnInitialized()
    {
        var schedule = Timetable.Proposed(Row.Period, Calendar);
        (opens, due, closes, locks) = (
            DateText.Display(schedule.OpensOn), DateText.Display(schedule.DueOn), DateText.Display(schedule.ClosesOn), DateText.Display(schedule.LocksOn));
    }

    private async Task SendAsync(Caller caller, int? version)
    {
        var faults = new List<FieldFault>();
        var schedule = IsOpened
            ? (Row.Period.Schedule ?? new PeriodSchedule(null, null, null, null)) with { ClosesOn = Read("closes", closes), LocksOn = Read("locks", locks) }
            : new PeriodSchedule(Read("opens", opens), Read("due", due), Read("closes", closes), Read("locks", locks));
        if (faults.Count > 0)
        {
            throw RefusalException.Invalid(RefusalCodes.ScheduleInvalid, "请更正日期后再保存。", faults);
        }

        await service.PlanAsync(caller, new SeenPeriod(Row.Period.Quarter, version, new AskedReason(reason)), schedule, CancellationToken.None);

        DateOnly? Read(string field, string? text)
        {
            var day = DateText.Read(text);
            if (day.Fault is { } fault)
            {
                faults.Add(new FieldFault(field, fault));
            }

            return day.Value;
        }
    }

    private string Done() => $"{Row.Period.Quarter.ChineseName}的定时安排已保存。";
}
