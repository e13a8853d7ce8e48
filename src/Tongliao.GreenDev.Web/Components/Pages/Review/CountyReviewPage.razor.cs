using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>县级审核: the county reviewer's own unit, value by value.</summary>
public sealed partial class CountyReviewPage(ReadScopeQueries scopes, ReportQueries reports, ReviewService steps, ReviewOpenings openings, OfficeClock clock, NavigationManager navigation)
    : ReadingPage(navigation)
{
    private IReadOnlyCollection<Quarter> quarters = [];
    private UnitReport? report;
    private Caller? reviewer;

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    /// <summary>The step just taken, for the notice after the redirect.</summary>
    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    private string Title => report is null ? "县级审核" : $"{report.Unit.ShortName} · {report.Period.Quarter.ChineseName}县级审核";

    private int Waiting => Of(ValueStatus.CountyReview);

    private string Summary => report!.Period.OpenedAt is null
        ? ""
        : $"待审核 {Waiting} 项 · 未上报 {Of(ValueStatus.Empty) + Of(ValueStatus.Draft) + Of(ValueStatus.Returned)} 项 · 待市级审核 {Of(ValueStatus.CityReview)} 项 · 审核通过 {Of(ValueStatus.Accepted)} 项";

    private IReadOnlyCollection<ReviewStep> Steps => report!.Period switch
    {
        { AcceptsEntry: true } => [ReviewStep.Approve, ReviewStep.Return],
        { AcceptsReview: true } => [ReviewStep.Approve],
        _ => [],
    };

    private string? DoneText => Done switch
    {
        nameof(ReviewStep.Approve) => "已通过，数据已交市级审核。",
        nameof(ReviewStep.Return) => "已退回，填报员修改后会重新上报。",
        _ => null,
    };

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (actor, facts) = await scopes.ReadAsync(caller, cancellationToken);
        actor.Require(Act.ReviewForCounty);
        quarters = [.. facts.Periods.Select(period => period.Quarter)];
        reviewer = caller;
        var read = await reports.ReportAsync(
            caller, new ReportKey(actor.UnitCode!, Period is null ? facts.For(facts.Unit(actor.UnitCode!), clock.Today).CurrentPeriod().Quarter : Quarter.Read(Period)), cancellationToken);
        await openings.RecordAsync(read, cancellationToken);
        report = read with { Entries = [.. read.Entries.OrderBy(WaitsForOthers).ThenBy(entry => entry.Indicator.Number)] };
    }

    private async Task DecideAsync(ApplyStep command)
    {
        await steps.ApplyAsync(reviewer!, command, CancellationToken.None);
        Navigation.NavigateTo($"/review/county?period={command.Report.Quarter}&done={command.Step}");
    }

    /// <summary>What the reader can decide on stands first.</summary>
    private static bool WaitsForOthers(ReportEntry entry) => entry.Status != ValueStatus.CountyReview;

    private int Of(ValueStatus status) => report!.Entries.Count(entry => entry.Status == status);
}
