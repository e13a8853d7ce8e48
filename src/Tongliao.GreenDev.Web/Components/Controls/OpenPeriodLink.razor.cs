using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Beside another quarter, that reports of an open one are coming in, with the way to it on the same page.</summary>
public sealed partial class OpenPeriodLink(NavigationManager navigation)
{
    [Parameter, EditorRequired]
    public PlanFacts Facts { get; set; } = default!;

    /// <summary>The quarter that is looked at.</summary>
    [Parameter, EditorRequired]
    public Quarter Shown { get; set; }

    private ReportingPeriod? Open => Facts.OpenPeriod is { } open && open.Quarter != Shown ? open : null;

    private string AddressOf(Quarter period) => navigation.With(PeriodPicker.Parameter, period.ToString());
}
