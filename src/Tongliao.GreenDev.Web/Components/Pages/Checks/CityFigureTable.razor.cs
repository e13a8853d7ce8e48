using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Pages.Checks;

/// <summary>What yearbooks say of the city beside the units' sums (年鉴核对).</summary>
public sealed partial class CityFigureTable(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public IReadOnlyList<CityComparison> Comparisons { get; set; } = [];

    [Parameter]
    public bool MaySet { get; set; }

    /// <summary>A figure is to be entered, or one that is there to be corrected.</summary>
    [Parameter]
    public EventCallback<CityComparison?> OnSet { get; set; }
}
