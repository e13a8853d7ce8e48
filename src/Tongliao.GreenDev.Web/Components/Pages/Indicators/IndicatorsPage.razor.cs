using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Indicators;

/// <summary>指标: the annex's indicators with departments, targets and the city's light; without lights for who reads no values.</summary>
public sealed partial class IndicatorsPage(RatingQueries ratings, PlanCatalogue catalogue, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    private PlanFacts facts = default!;
    private RatingMatrix? matrix;

    [SupplyParameterFromQuery]
    private string? Period { get; set; }

    [SupplyParameterFromQuery(Name = AsOfAddress.Parameter)]
    private string? AsOfText { get; set; }

    private AsOf? AsOf { get; set; }

    private PageView View => PageView.Of("/indicators", AsOf, ("period", Quarter?.ToString()));

    private AsOfChanges Changes => AsOfChanges.Of(matrix?.Since?.Where(change => change.Unit.IsRoot).ToList());

    private Plan Plan => facts.Plan;

    private Quarter? Quarter => matrix?.Period.Quarter;

    private List<Quarter> Quarters => [.. facts.Periods.Select(period => period.Quarter)];

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        AsOf = AsOfAddress.Read(AsOfText, clock);
        try
        {
            matrix = await ratings.MatrixAsync(caller, Domain.Reporting.Quarter.ReadOptional(Period), FigureBasis.Submitted, AsOf?.Moment, cancellationToken);
            facts = matrix.Facts;
        }
        catch (RefusalException refusal) when (refusal.Kind == RefusalKind.Forbidden)
        {
            facts = await catalogue.FactsAsync(caller, cancellationToken);
        }
    }

    private Department Lead(Indicator indicator) => facts.Department(indicator.LeadDepartmentId);

    private IEnumerable<Department> Cooperating(Indicator indicator) => indicator.CooperatingDepartmentIds.Select(facts.Department);

    private IndicatorRating? CityRating(Indicator indicator) => matrix?[indicator, Plan.City];

    private string AddressOf(Indicator indicator) => (View with { Path = $"/indicators/{indicator.Number}" }).Address;
}
