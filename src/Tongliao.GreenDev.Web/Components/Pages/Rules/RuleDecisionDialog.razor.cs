using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Rules;

/// <summary>Asks for what stands behind a decision on rules.</summary>
public sealed partial class RuleDecisionDialog(RuleService service)
{
    private string? document;
    private string? decidedBy;
    private string? reason;
    private bool isCorrection;
    private IReadOnlyList<Release> releases = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<string> Terms { get; set; } = [];

    [Parameter, EditorRequired]
    public string? From { get; set; }

    [Parameter, EditorRequired]
    public int Version { get; set; }

    /// <summary>How many locked quarters would be touched.</summary>
    [Parameter]
    public int Locked { get; set; }

    private async Task SendAsync(Caller caller, int? version) => releases = await service.DecideAsync(
        caller,
        new DecideRules(RuleTermText.Read([.. Terms]), DateText.Read(From).Value, document, decidedBy, reason, isCorrection, version),
        CancellationToken.None);

    private string Done() => releases.Count == 0
        ? "判定规则已调整，未锁定的季度按新规定判定。"
        : $"判定规则已调整，并发布{string.Join('、', releases.OrderBy(release => release.Quarter).Select(release => release.ChineseName))}。";
}
