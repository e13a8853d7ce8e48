using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Rules;

/// <summary>试算: what would become of the lights; the trial stands in the address.</summary>
public sealed partial class WhatIfPage(WhatIfQueries queries, NavigationManager navigation) : ReadingPage(navigation)
{
    [SupplyParameterFromQuery(Name = WhatIfView.Term)]
    private string[]? Given { get; set; }

    [SupplyParameterFromQuery(Name = WhatIfView.From)]
    private string? From { get; set; }

    /// <summary>What the form opens with.</summary>
    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "period")]
    private string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "indicator")]
    private string? Indicator { get; set; }

    [SupplyParameterFromQuery(Name = "year")]
    private string? Year { get; set; }

    private WhatIf Trial { get; set; } = default!;

    /// <summary>Chinese: why what the address says cannot be tried.</summary>
    private string? Fault { get; set; }

    private string[] Texts => [.. Trial.Terms.Select(RuleTermText.Of)];

    private int LockedQuarters => Trial.Locked.Select(change => change.Quarter).Distinct().Count();

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var from = DateText.Read(From);
        try
        {
            Trial = await queries.TryAsync(caller, RuleTermText.Read(Given ?? []), from.Value, cancellationToken);
            Fault = from.Fault is { } fault ? $"“从哪天起”{fault}" : null;
        }
        catch (RefusalException refused) when (refused.Kind is RefusalKind.Invalid or RefusalKind.NotFound)
        {
            HttpContext.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            Fault = refused.Message;
            Trial = await queries.TryAsync(caller, [], from.Value, cancellationToken);
        }
    }

    private static string Count(IReadOnlyList<ChangedLight> changes) => changes.Count == 0
        ? "没有变化"
        : $"{changes.Count(change => change.IsOtherLight)} 处灯色改变，另有 {changes.Count(change => !change.IsOtherLight)} 处只改变数值或差距";
}
