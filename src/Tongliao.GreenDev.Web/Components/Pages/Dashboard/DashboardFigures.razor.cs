using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>The large figures above the matrix: lights of the city and how far reporting has come, with what they were before.</summary>
public sealed partial class DashboardFigures(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public RatingBoard Board { get; set; } = default!;

    private PeriodProgress Progress => Board.Matrix.Progress;

    private string Oldest => Progress.WaitingSince is { } since ? $"最早 {SinceWords.Day(clock.DayOf(since), clock.DayOf(Board.Matrix.Facts))}" : "无待审核";
}
