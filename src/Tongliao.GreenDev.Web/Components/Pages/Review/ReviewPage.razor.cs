using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>市级审核: who has not reported, what is late, and what waits for a decision.</summary>
public sealed partial class ReviewPage(ReviewQueries reviews, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    [SupplyParameterFromQuery(Name = "period")]
    private string? ChosenPeriod { get; set; }

    [SupplyParameterFromQuery]
    private string? Lead { get; set; }

    [SupplyParameterFromQuery]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery]
    private string? Only { get; set; }

    private ReviewOverview Overview { get; set; } = default!;

    private ReviewView View { get; set; } = default!;

    private IReadOnlyList<UnitProgress> Lines { get; set; } = [];

    private PeriodProgress Progress => Overview.Progress;

    private ReportingPeriod Period => Progress.Period;

    private List<Quarter> Quarters => [.. Overview.Facts.Periods.Select(period => period.Quarter)];

    private string Title => IsLoaded ? $"市级审核 {View.Period.ChineseName}" : "市级审核";

    private string Subtitle => Overview.Reader.Role.IsDepartment()
        ? $"{Overview.Reader.DepartmentName}牵头的指标 · {StateWord}"
        : StateWord;

    private string StateWord => Period.State switch
    {
        PeriodState.Open => $"填报中，{Due}",
        PeriodState.Closed when Period.OpenedAt is null => "尚未开放填报",
        PeriodState.Closed => "已关闭填报，可继续审核",
        PeriodState.Locked => "已锁定，只能查看",
    };

    private string Due => Period.DueOn is { } due ? $"截止{Day(due)}" : "未设截止日期";

    private string Oldest => Progress.WaitingSince is { } since ? $"最早 {Day(clock.DayOf(since))}" : "无";

    /// <summary>The same number of the quarter before, to be put behind a note.</summary>
    private string Before(Func<PeriodProgress, string> count) => Overview.Before is { } before ? $" · 上季 {count(before)}" : "";

    private int Unreported => Progress.Units.Count(unit => !unit.HasAllReached);

    private int Late => Progress.Units.Count(unit => unit.IsLate);

    private int LateButDone => Progress.Units.Count(unit => unit.IsLate && unit.HasAllReached);

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Overview = await reviews.OverviewAsync(caller, Quarter.ReadOptional(ChosenPeriod), Lead, cancellationToken);
        View = new ReviewView(
            Period.Quarter,
            Overview.Lead?.Id,
            Overview.Facts.Plan.Units.Any(unit => unit.Code == Unit) ? Unit : null,
            Only == ReviewView.Waiting);
        Lines =
        [
            .. Progress.Units
                .Where(unit => View.Unit is null || unit.Unit.Code == View.Unit)
                .Where(unit => !View.OnlyWaiting || unit.Of(ValueStatus.CityReview) > 0)
                .OrderBy(unit => Period.AcceptsReview ? unit.WaitingSince ?? DateTimeOffset.MaxValue : DateTimeOffset.MaxValue)
                .ThenBy(unit => unit.Punctuality.Urgency())
                .ThenBy(unit => unit.Unit.Order),
        ];
    }

    private string Since(UnitProgress unit) => unit.WaitingSince is { } since
        ? $"{Day(clock.DayOf(since))}起，{Math.Max(0, clock.Today.DayNumber - clock.DayOf(since).DayNumber)}天"
        : "—";

    private static string Day(DateOnly day) => day.ToString("M月d日", System.Globalization.CultureInfo.InvariantCulture);

    private static string Figure(int count) => count == 0 ? "—" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
