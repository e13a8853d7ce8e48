using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Indicators;

/// <summary>One indicator: how it is measured and judged, and its eight quarters.</summary>
public sealed partial class IndicatorPage(RatingQueries ratings, PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    /// <summary>序号 in the annex.</summary>
    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromQuery]
    private string? Period { get; set; }

    [SupplyParameterFromQuery]
    private string? Unit { get; set; }

    private PlanFacts Facts { get; set; } = default!;

    private Indicator Indicator { get; set; } = default!;

    private Quarter Quarter { get; set; }

    private IndicatorSeries? Series { get; set; }

    private ReportingUnit? Chosen { get; set; }

    private string Title => IsLoaded ? $"{Indicator.Number} {Indicator.Name}" : "指标";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Facts = await catalogue.FactsAsync(cancellationToken);
        Indicator = Facts.Indicator(Number);
        Quarter = (Period is null ? await ratings.LastJudgedAsync(cancellationToken) : Facts.Period(Domain.Reporting.Quarter.Read(Period))).Quarter;
        try
        {
            Series = new IndicatorSeries(
                Facts, Indicator, await ratings.SeriesAsync(caller, Number, FigureBasis.Submitted, cancellationToken));
        }
        catch (RefusalException refusal) when (refusal.Kind == RefusalKind.Forbidden)
        {
            // Who reads no values still reads what the indicator means.
            return;
        }

        Chosen = Unit is null ? Series.Units[0] : Series.Units.FirstOrDefault(unit => unit.Code == Unit) ?? Facts.Unit("");
    }

    private Indicator? Neighbour(int step) => Facts.Plan.Indicators.FirstOrDefault(other => other.Number == Number + step);

    private string AddressOf(Indicator indicator) =>
        $"/indicators/{indicator.Number}?period={Quarter}" + (Chosen is { IsRoot: false } ? $"&unit={Chosen.Code}" : "");
}
