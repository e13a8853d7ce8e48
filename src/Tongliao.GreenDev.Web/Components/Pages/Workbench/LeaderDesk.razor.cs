using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>What a leader wants to see first: lights of the city and where it lags.</summary>
public sealed partial class LeaderDesk(OfficeClock clock)
{
    private const int Listed = 5;

    private static readonly RagStatus[] Shown = [RagStatus.Green, RagStatus.Amber, RagStatus.Red];

    [Parameter, EditorRequired]
    public WorkbenchContent Content { get; set; } = default!;

    private RatingMatrix Matrix => Content.Matrix!;

    private IReadOnlyList<IndicatorRating> City { get; set; } = [];

    private CityLights Lights { get; set; } = default!;

    private List<IndicatorRating> Worst { get; set; } = [];

    protected override void OnParametersSet()
    {
        City = Matrix.City;
        Lights = Matrix.Lights;
        Worst = [.. Lagging.WorstFirst(City).Take(Listed)];
    }
}
