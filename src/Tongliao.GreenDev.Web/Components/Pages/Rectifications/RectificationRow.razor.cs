using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Domain.Rectifications;

namespace Tongliao.GreenDev.Web.Components.Pages.Rectifications;

/// <summary>One that is open.</summary>
public sealed partial class RectificationRow(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public RectificationLine Line { get; set; } = default!;

    /// <summary>Whether the reader gives out 预警通知单.</summary>
    [Parameter]
    public bool GivesSlips { get; set; }

    /// <summary>Asks what is done about it.</summary>
    [Parameter, EditorRequired]
    public EventCallback<RectificationLine> Arrange { get; set; }

    private string Colour => Line.State switch
    {
        RectificationState.Overdue => "is-red",
        RectificationState.Unarranged => "is-amber",
        _ => "is-grey",
    };

    private string DueWord => Line.Arranged switch
    {
        null => "填写安排的期限",
        { IsDueSetByBureau: true } => "整改期限，市住建局确定",
        _ => "整改期限",
    };
}
