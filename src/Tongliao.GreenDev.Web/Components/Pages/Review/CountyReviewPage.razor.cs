using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>县级审核: the county reviewer's own unit.</summary>
public sealed partial class CountyReviewPage(ReadScopeQueries scopes, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    private IReadOnlyCollection<Quarter> quarters = [];
    private ReportingPeriod period = default!;
    private string unitCode = "";
    private string unitName = "";

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    private string Title => IsLoaded ? $"{unitName} · {period.Quarter.ChineseName}县级审核" : "县级审核";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (actor, facts) = await scopes.ReadAsync(caller, cancellationToken);
        actor.Require(Act.ReviewForCounty);
        var unit = ReportAccess.RequireReporting(actor, facts, actor.UnitCode!);
        (unitCode, unitName) = (unit.Code, unit.ShortName);
        facts = facts.For(unit, clock.Today);
        quarters = [.. facts.Periods.Select(known => known.Quarter)];
        period = Period is null ? facts.CurrentPeriod() : facts.Period(Quarter.Read(Period));
    }
}
