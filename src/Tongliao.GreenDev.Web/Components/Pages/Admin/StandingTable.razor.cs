using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Whose turn it is in quarters that are not settled: what waits for whom, and since when.</summary>
public sealed partial class StandingTable(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public IReadOnlyList<QuarterStanding> Standings { get; set; } = [];

    private List<QuarterStanding> Rows => [.. Standings.Where(row => Who(row.Status).Length > 0)];

    private static string Who(ValueStatus status) => status switch
    {
        ValueStatus.CityReview => "等牵头部门或市住建局",
        ValueStatus.CountyReview => "等县级审核员",
        ValueStatus.Returned => "等填报员修改",
        ValueStatus.Empty or ValueStatus.Draft or ValueStatus.Accepted => "",
    };
}
