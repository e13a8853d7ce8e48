using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Checks;

/// <summary>Who set the thresholds of a rule, when, from what to what, and why; versions that only changed words are left out.</summary>
public sealed partial class CheckHistory(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public PlanFacts Facts { get; set; } = default!;

    [Parameter, EditorRequired]
    public CheckRule Rule { get; set; } = default!;

    /// <summary>The latest first.</summary>
    private List<(CheckRule Before, CheckRule After)> Set
    {
        get
        {
            var versions = Facts.Checks.VersionsOf(Rule).ToList();
            return [.. versions.Skip(1).Zip(versions).Where(pair => CheckWords.Changes(Facts.Plan, pair.First, pair.Second).Any())];
        }
    }
}
