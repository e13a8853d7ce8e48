using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Opens a period until a due date (截止日期), or moves the due date of one that is open, with the reason.</summary>
public sealed partial class PeriodDueDialog(PeriodService service, OfficeClock clock)
{
    private PeriodAct act;
    private string? due;
    private string? reason;

    [Parameter, EditorRequired]
    public PeriodProgress Row { get; set; } = default!;

    /// <summary>Why it was moved before, the latest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<PeriodChange> History { get; set; } = [];

    [Parameter, EditorRequired]
    public WorkCalendar Calendar { get; set; } = default!;

    /// <summary>Chinese: that the day is not worked, with the next that is; null for a working day.</summary>
    private string? DayOffHint => DateText.Read(due).Value is { } day && !Calendar.IsWorking(day)
        ? $"{DateText.Display(day)}是{Calendar.On(day)?.Name ?? "周末"}，不上班；顺延为{DateText.Display(Calendar.OnOrAfter(day))}较妥。"
        : null;

    protected override void OnInitialized()
    {
        act = Row.Period.State == PeriodState.Open ? PeriodAct.Due : PeriodAct.Open;
        due = DateText.Display(Row.Period.ProposedDue(clock.Today, Calendar));
    }

    private async Task SendAsync(Caller caller, int? version)
    {
        var day = DateText.Read(due);
        if (day.Fault is { } fault)
        {
            throw RefusalException.Invalid(RefusalCodes.DueInvalid, $"截止日期{fault}", new FieldFault("due", $"截止日期{fault}"));
        }

        await service.OpenAsync(caller, new SeenPeriod(Row.Period.Quarter, version, new AskedReason(reason)), day.Value, CancellationToken.None);
    }

    private string Done() => $"{Row.Period.Quarter.ChineseName}正在填报，截止日期为{DateText.Normal(due)}。";

    private IEnumerable<ConflictRow> Conflict(object current) => PeriodActs.Conflict(act, Row.Period, current, due);
}
