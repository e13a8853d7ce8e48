using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>What awaits those who review for the whole city.</summary>
public sealed partial class CityDesk(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public WorkbenchContent Content { get; set; } = default!;

    private ReportingPeriod Period => Content.Period!;

    private PeriodProgress Progress => Content.Progress!;
}
