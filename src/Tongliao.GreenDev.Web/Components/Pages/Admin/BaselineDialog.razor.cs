using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Enters or corrects what a unit had of an indicator in the year before the plan.</summary>
public sealed partial class BaselineDialog(TargetService service)
{
    private readonly Dictionary<InputKey, string?> typed = [];

    [Parameter, EditorRequired]
    public ReportingUnit Unit { get; set; } = default!;

    [Parameter, EditorRequired]
    public Indicator Indicator { get; set; } = default!;

    [Parameter, EditorRequired]
    public int Year { get; set; }

    /// <summary>What stands there; null for nothing.</summary>
    [Parameter, EditorRequired]
    public Baseline? Baseline { get; set; }

    protected override void OnInitialized()
    {
        foreach (var field in Indicator.Inputs)
        {
            typed[field.Key] = NumberText.Display(Baseline?.Inputs[field.Key]);
        }
    }

    private async Task SendAsync(Caller caller, int? version) =>
        await service.SetBaselineAsync(caller, new SetBaseline(Unit.Code, Indicator.Number, TypedInputs.Read(Indicator, typed), version), CancellationToken.None);

    private string Done() => $"{Unit.ShortName} 第{Indicator.Number}项的基数已保存。";

    private IEnumerable<ConflictRow> Conflict(object current) => current is not CurrentBaseline theirs ? [] : Indicator.Inputs.Select(field =>
        new ConflictRow($"{field.Label}（{field.Unit}）", typed[field.Key], NumberText.Display(theirs.Inputs[field.Key])));
}
