using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Rules;

namespace Tongliao.GreenDev.Web.Components.Pages.Rules;

/// <summary>判定规则: what decides a light, since when, by which document, and how open questions are read.</summary>
public sealed partial class RulesPage(RuleQueries rules, NavigationManager navigation) : ReadingPage(navigation)
{
    private RuleOverview Overview { get; set; } = default!;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) => Overview = await rules.OverviewAsync(caller, cancellationToken);
}
