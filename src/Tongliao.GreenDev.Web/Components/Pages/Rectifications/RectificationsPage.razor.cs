using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Rectifications;

/// <summary>整改事项: what came out red and has to be put right.</summary>
public sealed partial class RectificationsPage(RectificationQueries rectifications, NavigationManager navigation) : ReadingPage(navigation)
{
    private RectificationReader list = default!;

    [SupplyParameterFromQuery(Name = "unit")]
    private string? ChosenUnit { get; set; }

    [SupplyParameterFromQuery(Name = "lead")]
    private string? ChosenLead { get; set; }

    [SupplyParameterFromQuery(Name = "indicator")]
    private string? ChosenIndicator { get; set; }

    private RectificationView View { get; set; } = new(null, null, null);

    private IReadOnlyList<ReportingUnit> Units => list.Units;

    private IEnumerable<Department> Leads =>
        list.Facts.Plan.Indicators.Select(indicator => indicator.LeadDepartmentId).Distinct().Select(list.Facts.Department);

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        View = new RectificationView(Named(ChosenUnit), Named(ChosenLead), AddressNumber.Read<int>(ChosenIndicator));
        list = await rectifications.ReaderAsync(caller, cancellationToken);
    }

    private static string? Named(string? chosen) => string.IsNullOrEmpty(chosen) ? null : chosen;
}
