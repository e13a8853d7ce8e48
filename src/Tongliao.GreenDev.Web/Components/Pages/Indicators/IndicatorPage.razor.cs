using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Indicators;

/// <summary>One indicator: how it is measured and judged, and its eight quarters.</summary>
public sealed partial class IndicatorPage(RatingQueries ratings, PlanCatalogue catalogue, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    /// <summary>序号 in the annex.</summary>
    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromQuery]
    private string? Period { get; set; }

    [SupplyParameterFromQuery]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery(Name = AsOfAddress.Parameter)]
    private string? AsOfText { get; set; }

    private AsOf? AsOf { get; set; }

    private AsOfChanges Changes { get; set; } = AsOfChanges.None;

    private PlanFacts Facts { get; set; } = default!;

    private Indicator Indicator { get; set; } = default!;

    private Quarter Quarter { get; set; }

    private IndicatorSeries? Series { get; set; }

    private ReportingUnit? Chosen { get; set; }

    private string Title => IsLoaded ? $"{Indicator.Number} {Indicator.Name}" : "指标";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        AsOf = AsOfAddress.Read(AsOfText, clock);
        Facts = await catalogue.FactsAsync(caller, cancellationToken);
        Indicator = Facts.Indicator(Number);
        Quarter = (Period is null ? await ratings.LastJudgedAsync(caller, AsOf?.Moment, cancellationToken) : Facts.Period(Domain.Reporting.Quarter.Read(Period))).Quarter;
        try
        {
            var read = await ratings.SeriesAsync(caller, Number, FigureBasis.Submitted, AsOf?.Moment, cancellationToken);
            (Facts, Changes) = (read.Facts, AsOfChanges.Of(read.Since, withQuarter: true));
            Series = new IndicatorSeries(Facts, Indicator, read.Ratings);
        }
        catch (RefusalException refusal) when (refusal.Kind == RefusalKind.Forbidden)
        {
            // Who reads no values still reads what the indicator means.
            return;
        }

        Chosen = Unit is null ? Series.Units[0] : Series.Units.FirstOrDefault(unit => unit.Code == Unit) ?? Facts.Unit("");
    }

    private Indicator? Neighbour(int step) => Facts.Plan.Indicators.FirstOrDefault(other => other.Number == Number + step);

    private PageView View => PageView.Of($"/indicators/{Number}", AsOf, ("period", Quarter.ToString()), ("unit", Chosen?.Code));

    private string AddressOf(Indicator indicator) => (View with { Path = $"/indicators/{indicator.Number}" }).Address;
}
