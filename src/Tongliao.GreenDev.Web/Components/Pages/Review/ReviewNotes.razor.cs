using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>What a reviewer reads beside a value's numbers.</summary>
public sealed partial class ReviewNotes(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public ReportEntry Entry { get; set; } = default!;

    /// <summary>That the unit weighs unusually much in the city's figure; null when it does not.</summary>
    [Parameter]
    public string? Weight { get; set; }

    /// <summary>The value waits for the reader: what was changed since a return is told.</summary>
    [Parameter]
    public bool IsWaiting { get; set; }
}
