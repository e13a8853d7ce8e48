using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;
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

    private AsOf? Seen { get; set; }

    private RatingAccount Account { get; set; } = default!;

    private string Title => IsLoaded ? $"{Account.Unit.ShortName} · {Number} {Account.Indicator.Name}" : "判定依据";

    private string Board => new DashboardView(Account.Period.Quarter, Account.Basis, OnlyBehind: false, Lead: null, $"{Number}-{UnitCode}") { AsOf = Seen }.Address;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Seen = AsOfAddress.Read(AsOfText, clock);
        Account = await explanations.ReadAsync(
            caller, new ValueKey(UnitCode, Quarter.Read(Period), Number), DashboardView.BasisOf(Basis), Seen?.Moment, cancellationToken);
    }

    /// <summary>Where an account stands for good.</summary>
    public static string AddressOf(ValueKey key, FigureBasis basis, string? asOf)
    {
        string?[] queries = [basis == FigureBasis.Approved ? "basis=approved" : null, asOf is null ? null : $"{AsOfAddress.Parameter}={Uri.EscapeDataString(asOf)}"];
        var query = string.Join('&', queries.OfType<string>());
        return $"/explain/{key.UnitCode}/{key.Quarter}/{key.IndicatorNumber}{(query.Length == 0 ? "" : "?" + query)}";
    }

    private string AddressOf(FigureBasis basis) => AddressOf(new ValueKey(UnitCode, Account.Period.Quarter, Number), basis, Seen?.Text);
}
