using Tongliao.GreenDev.Application.Rectifications;

namespace Tongliao.GreenDev.Web.Components.Pages.Rectifications;

/// <summary>Which rectifications are shown, as the address says it.</summary>
/// <param name="Unit">Code of a unit; null for all.</param>
/// <param name="Lead">Id of a lead department; null for all.</param>
/// <param name="Indicator">Number of an indicator; null for all.</param>
public sealed record RectificationView(string? Unit, string? Lead, int? Indicator)
{
    public bool IsFiltered => this != new RectificationView(null, null, null);

    public bool Shows(RectificationLine line) =>
        (Unit is null || line.Unit.Code == Unit) && (Lead is null || line.Indicator.LeadDepartmentId == Lead)
        && (Indicator is null || line.Indicator.Number == Indicator);

    /// <summary>Of one unit's indicator.</summary>
    public static string AddressOf(string unitCode, int indicatorNumber) => $"/rectifications?unit={unitCode}&indicator={indicatorNumber}";
}
