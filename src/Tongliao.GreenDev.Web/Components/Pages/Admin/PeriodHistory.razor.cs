using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Periods;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Who opened, moved, closed and locked a period, and why.</summary>
public sealed partial class PeriodHistory(OfficeClock clock)
{
    /// <summary>The latest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<PeriodChange> Changes { get; set; } = [];
}
