using System.Globalization;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Timeliness;

/// <summary>进度与时效: what holds each unit's report up, and how fast each side answers.</summary>
public sealed partial class TimelinessPage(TimelinessQueries timeliness, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    private ReactionReport report = default!;

    [SupplyParameterFromQuery(Name = "period")]
    private string? ChosenPeriod { get; set; }

    private ReportingPeriod Period => report.Period;

    private List<Quarter> Quarters => [.. report.Facts.Periods.Select(period => period.Quarter)];

    private string Title => IsLoaded ? $"进度与时效 {Period.Quarter.ChineseName}" : "进度与时效";

    private string Subtitle => Period.DueOn is { } due
        ? due >= clock.Today
            ? $"截止{due:M月d日}，还有{report.Facts.Calendar.Between(clock.Today, due)}个工作日"
            : $"截止{due:yyyy年M月d日}，已过"
        : "未设截止日期";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        report = await timeliness.ReactionsAsync(caller, Quarter.ReadOptional(ChosenPeriod), cancellationToken);

    private static string Days(decimal? days) => days is { } known ? $"{known.ToString("0.#", CultureInfo.InvariantCulture)} 天" : "—";
}
