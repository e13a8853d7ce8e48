using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>市级审核 of one unit: what came in, what changed, and whether it is accepted.</summary>
public sealed partial class ReviewUnitPage(ReviewQueries reviews, ReportQueries reports, ReviewService steps, ReviewOpenings openings, CityQueries city, NavigationManager navigation)
    : ReadingPage(navigation)
{
    private Caller? reviewer;

    [Parameter]
    public string UnitCode { get; set; } = "";

    [SupplyParameterFromQuery(Name = "period")]
    private string? ChosenPeriod { get; set; }

    [SupplyParameterFromQuery]
    private string? Lead { get; set; }

    [SupplyParameterFromQuery]
    private string? Only { get; set; }

    /// <summary>The step just taken, for the notice after the redirect.</summary>
    [SupplyParameterFromQuery]
    private string? Step { get; set; }

    private UnitReport Report { get; set; } = default!;

    private UnitReport Sorted { get; set; } = default!;

    private IReadOnlyDictionary<int, string> Weights { get; set; } = new Dictionary<int, string>();

    private ReviewOverview Overview { get; set; } = default!;

    private ReviewView View { get; set; } = default!;

    /// <summary>The unit whose values have waited longest, but for this one.</summary>
    private UnitProgress? Next { get; set; }

    private string? Done { get; set; }

    private List<Quarter> Quarters => [.. Overview.Facts.Periods.Select(period => period.Quarter)];

    private string Title => IsLoaded ? $"{Report.Unit.ShortName} · {View.Period.ChineseName}审核" : "市级审核";

    /// <summary>How far the unit has come with what the reader looks at.</summary>
    private UnitProgress Progress => Overview.Progress.Units.Single(unit => unit.Unit.Id == Report.Unit.Id);

    private int Waiting => Of(ValueStatus.CityReview);

    private string Counts => $"待审核 {Waiting} 项 · 审核通过 {Of(ValueStatus.Accepted)} 项 · 已退回 {Of(ValueStatus.Returned)} 项 · "
        + $"待县级审核 {Of(ValueStatus.CountyReview)} 项 · 未填或草稿 {Of(ValueStatus.Empty) + Of(ValueStatus.Draft)} 项";

    private IReadOnlyCollection<ReviewStep> Decisions => Report.Period switch
    {
        { AcceptsEntry: true } => [ReviewStep.Approve, ReviewStep.Return],
        { AcceptsReview: true } => [ReviewStep.Approve],
        _ => [],
    };

    private IReadOnlyCollection<ReviewStep> Reopenings =>
        Overview.Reader.May(Act.Reopen) && Report.Period.AcceptsEntry ? [ReviewStep.Reopen] : [];

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        reviewer = caller;
        Overview = await reviews.OverviewAsync(caller, Quarter.ReadOptional(ChosenPeriod), Lead, cancellationToken);
        var period = Overview.Progress.Period;
        Report = await reports.ReportAsync(caller, new ReportKey(UnitCode, period.Quarter), cancellationToken);
        await openings.RecordAsync(Report, cancellationToken);
        Weights = await city.WeightsAsync(caller, UnitCode, period.Quarter, FigureBasis.Submitted, cancellationToken);
        Sorted = Report with { Entries = [.. Report.Entries.OrderBy(Urgency).ThenBy(entry => entry.Indicator.Number)] };
        View = new ReviewView(period.Quarter, Overview.Lead?.Id, Unit: null, Only == ReviewView.Waiting);
        Next = Overview.Progress.Units
            .Where(unit => unit.Unit.Id != Report.Unit.Id && unit.WaitingSince is not null && period.AcceptsReview)
            .MinBy(unit => unit.WaitingSince);
        Done = Guid.TryParse(Step, out var operation)
            ? DoneText(await reviews.StepAsync(caller, new ReportKey(UnitCode, period.Quarter), operation, cancellationToken))
            : null;
    }

    private async Task DecideAsync(ApplyStep command)
    {
        await steps.ApplyAsync(reviewer!, command, CancellationToken.None);
        Navigation.NavigateTo(View.AddressOf(UnitCode, command.OperationId));
    }

    private bool IsOpen(ReportEntry entry) =>
        IsInLead(entry) && (View.OnlyWaiting ? entry.Status == ValueStatus.CityReview : entry.Status != ValueStatus.Accepted);

    private bool IsAccepted(ReportEntry entry) => IsInLead(entry) && entry.Status == ValueStatus.Accepted;

    private bool IsInLead(ReportEntry entry) => View.Lead is null || entry.Indicator.LeadDepartmentId == View.Lead;

    private int Of(ValueStatus status) => Progress.Of(status);

    /// <summary>What the reader can decide on stands first, then what others have in hand.</summary>
    private int Urgency(ReportEntry entry) => entry.Status switch
    {
        ValueStatus.CityReview => ReviewAccess.MayActOn(Overview.Reader, entry.Indicator) ? 0 : 1,
        ValueStatus.Returned => 2,
        ValueStatus.CountyReview => 3,
        ValueStatus.Draft => 4,
        ValueStatus.Empty => 5,
        ValueStatus.Accepted => 6,
    };

    private static string? DoneText(AppliedStep? step)
    {
        if (step is null)
        {
            return null;
        }

        var numbers = $"{step.IndicatorNumbers.Count} 项（第{string.Join('、', step.IndicatorNumbers)}项）";
        return step.Kind switch
        {
            RevisionKind.Approve => $"已通过 {numbers}。",
            RevisionKind.Return => $"已退回 {numbers}，填报员修改后会重新上报。",
            RevisionKind.Reopen => $"已重新打开 {numbers}，填报员更正后会重新上报。",
            RevisionKind.Save or RevisionKind.Share or RevisionKind.Submit or RevisionKind.Withdraw or RevisionKind.Correct => null,
        };
    }
}
