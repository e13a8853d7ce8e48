using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>Tells of what changes a light of the dashboard: reports of the quarters that its ratings look at, periods, baselines and targets.</summary>
public sealed partial class FreshnessNotice(ReportChanges changes, TimeProvider time) : ChangeNotice(changes, time)
{
    private HashSet<Quarter> quarters = [];

    /// <summary>The quarters that the shown ratings look at, as text because it travels to the circuit: <c>2025Q3 2025Q2</c>.</summary>
    [Parameter, EditorRequired]
    public string Quarters { get; set; } = "";

    protected override bool Concerns(ReportChange change) =>
        change.CountsForRatings && (change.Quarter is not { } quarter || quarters.Contains(quarter));

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        quarters = [.. Quarters.Split(' ').Select(Quarter.Parse)];
    }
}
