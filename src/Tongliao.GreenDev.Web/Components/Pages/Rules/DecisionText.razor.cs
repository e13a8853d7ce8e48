using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Components.Pages.Rules;

/// <summary>A version of a rule with all that stands behind it.</summary>
public sealed partial class DecisionText(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public string Content { get; set; } = "";

    [Parameter]
    public string? QuestionId { get; set; }

    [Parameter, EditorRequired]
    public RuleDecision Decision { get; set; } = default!;

    [Parameter, EditorRequired]
    public Recording Recorded { get; set; } = default!;
}
