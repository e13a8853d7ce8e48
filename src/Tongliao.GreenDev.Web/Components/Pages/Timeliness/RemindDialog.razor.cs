using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Timeliness;

/// <summary>Reminds one unit, or all that are not complete.</summary>
public sealed partial class RemindDialog(ReminderService service, OfficeClock clock)
{
    private string? until;
    private string? words;
    private RemindedUnits? reminded;

    [Parameter, EditorRequired]
    public ReportingPeriod Period { get; set; } = default!;

    [Parameter, EditorRequired]
    public WorkCalendar Calendar { get; set; } = default!;

    /// <summary>Null for all of <see cref="Units"/>.</summary>
    [Parameter]
    public UnitHoldups? Unit { get; set; }

    /// <summary>Those that are not complete.</summary>
    [Parameter]
    public IReadOnlyList<UnitHoldups> Units { get; set; } = [];

    private string Title => Unit is { } one ? $"催报：{one.Progress.Unit.ShortName}" : "全部催报";

    /// <summary>The due date while it lies ahead, otherwise the next working day.</summary>
    protected override void OnInitialized() =>
        until = DateText.Display(Period.DueOn is { } due && due >= clock.Today ? due : Calendar.After(clock.Today, 1));

    private async Task SendAsync(Caller caller, int? version)
    {
        var day = DateText.Read(until);
        if (day.Fault is { } fault)
        {
            throw RefusalException.Invalid(RefusalCodes.ReminderInvalid, $"日期{fault}", new FieldFault("until", $"日期{fault}"));
        }

        reminded = await service.RemindAsync(caller, new Remind(Period.Quarter, Unit?.Progress.Unit.Code, day.Value, words), CancellationToken.None);
    }

    private string Done()
    {
        // The answer to an earlier sending never came: it was done all the same.
        if (reminded is null)
        {
            return "催报已发出。";
        }

        var left = reminded.Unreached.Count == 0 ? "" : $"{string.Join('、', reminded.Unreached)}没有可以通知的账号。";
        return $"已向{string.Join('、', reminded.Units)}的 {reminded.People} 人发出催报。{left}";
    }
}
