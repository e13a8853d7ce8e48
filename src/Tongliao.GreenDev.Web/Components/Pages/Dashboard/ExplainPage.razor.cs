using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>判定依据: why one light is what it is, at an address of its own.</summary>
public sealed partial class ExplainPage(ExplanationQueries explanations, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    [Parameter]
    public string UnitCode { get; set; } = "";

    [Parameter]
    public string Period { get; set; } = "";

    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromQuery]
    private string? Basis { get; set; }

    [SupplyParameterFromQuery(Name = AsOfAddress.Parameter)]
    private string? AsOfText { get; set; }

    private AsOf? AsOf { get; set; }

    private RatingAccount Account { get; set; } = default!;

    private string Title => IsLoaded ? $"{Account.Unit.ShortName} · {Number} {Account.Indicator.Name}" : "判定依据";

    private PageView View => ViewOf(new ValueKey(UnitCode, Account.Period.Quarter, Number), Account.Basis, AsOf);

    private string Board => new DashboardView(Account.Period.Quarter, Account.Basis, OnlyBehind: false, Lead: null, $"{Number}-{UnitCode}") { AsOf = AsOf }.Address;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        AsOf = AsOfAddress.Read(AsOfText, clock);
        Account = await explanations.ReadAsync(
            caller, new ValueKey(UnitCode, Quarter.Read(Period), Number), DashboardView.BasisOf(Basis), AsOf?.Moment, cancellationToken);
    }

    /// <summary>Where an account stands for good.</summary>
    public static string AddressOf(ValueKey key, FigureBasis basis, AsOf? asOf) => ViewOf(key, basis, asOf).Address;

    private static PageView ViewOf(ValueKey key, FigureBasis basis, AsOf? asOf) => PageView.Of(
        $"/explain/{key.UnitCode}/{key.Quarter}/{key.IndicatorNumber}", asOf, ("basis", basis == FigureBasis.Approved ? "approved" : "submitted"));

    private string AddressOf(FigureBasis basis) => AddressOf(new ValueKey(UnitCode, Account.Period.Quarter, Number), basis, AsOf);
}
