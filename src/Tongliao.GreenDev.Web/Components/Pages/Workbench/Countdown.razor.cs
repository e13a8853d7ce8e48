using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>How long an open period is open, large; nothing while people cannot type.</summary>
public sealed partial class Countdown(OfficeClock clock)
{
    private const int SoonDays = 3;

    [Parameter, EditorRequired]
    public ReportingPeriod Period { get; set; } = default!;

    /// <summary>Nothing is missing any more: the day is no matter of urgency.</summary>
    [Parameter]
    public bool IsDone { get; set; }

    private DateOnly? Due => Period.AcceptsEntry ? Period.DueOn : null;

    private Tone Tone => (Due!.Value.DayNumber - clock.Today.DayNumber) switch
    {
        _ when IsDone => Tone.Quiet,
        < 0 => Tone.Urgent,
        <= SoonDays => Tone.Due,
        _ => Tone.Quiet,
    };
}
