using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>The large figures above the matrix: lights of the city and how far reporting has come.</summary>
public sealed partial class DashboardFigures(OfficeClock clock)
{
    private static readonly (RagStatus State, string Label)[] Shown =
        [(RagStatus.Green, "全市达标"), (RagStatus.Amber, "预警"), (RagStatus.Red, "滞后")];

    [Parameter, EditorRequired]
    public CityLights Lights { get; set; } = default!;

    [Parameter, EditorRequired]
    public PeriodProgress Progress { get; set; } = default!;

    private string Note(RagStatus state) => string.Join(
        " · ",
        new[] { Lights.ChangeOf(state), state == RagStatus.Green && Lights.WithoutLight > 0 ? $"未判定 {Lights.WithoutLight}" : null }.OfType<string>());

    private string Day(DateTimeOffset instant)
    {
        var day = clock.DayOf(instant);
        return $"{day.Month}月{day.Day}日";
    }
}
