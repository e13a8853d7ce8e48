using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>市级审核 of one unit: how far it has come, what waits for a decision, and where to go on.</summary>
public sealed partial class ReviewUnitPage(ReviewQueries reviews, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    [Parameter]
    public string UnitCode { get; set; } = "";

    [SupplyParameterFromQuery(Name = "period")]
    private string? ChosenPeriod { get; set; }

    [SupplyParameterFromQuery]
    private string? Lead { get; set; }

    [SupplyParameterFromQuery]
    private string? Only { get; set; }

    private ReviewOverview Overview { get; set; } = default!;

    private ReviewView View { get; set; } = default!;

    /// <summary>How far the unit has come with what the reader looks at.</summary>
    private UnitProgress Progress { get; set; } = default!;

    /// <summary>The unit whose values have waited longest, but for this one.</summary>
    private UnitProgress? Next { get; set; }

    /// <summary>As the unit has it.</summary>
    private ReportingPeriod Period { get; set; } = default!;

    private List<Quarter> Quarters => [.. Overview.Facts.Periods.Select(period => period.Quarter)];

    private string Title => IsLoaded ? $"{Progress.Unit.ShortName} · {View.Period.ChineseName}审核" : "市级审核";

    private string? NextAddress => Next is null ? null : View.AddressOf(Next.Unit.Code);

    private string? NextName => Next is null ? null : $"{Next.Unit.ShortName}（{Next.Of(ValueStatus.CityReview)} 项待审）";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Overview = await reviews.OverviewAsync(caller, Quarter.ReadOptional(ChosenPeriod), Lead, cancellationToken);
        var unit = ReportAccess.RequireReporting(Overview.Reader, Overview.Facts, UnitCode);
        Progress = Overview.Progress.Units.Single(progress => progress.Unit.Id == unit.Id);
        Period = Overview.Facts.For(unit, clock.Today).Period(Overview.Progress.Period.Quarter);
        View = new ReviewView(Period.Quarter, Overview.Lead?.Id, Unit: null, Only == ReviewView.Waiting);
        Next = Overview.Progress.Units
            .Where(progress => progress.Unit.Id != unit.Id && progress.WaitingSince is not null && Period.AcceptsReview)
            .MinBy(progress => progress.WaitingSince);
    }
}
