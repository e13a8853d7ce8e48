using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Baselines;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Baselines;

/// <summary>States what the own unit had of an indicator in the year before the plan.</summary>
public sealed partial class FilingDialog(BaselineFilingService service)
{
    private readonly Dictionary<InputKey, string?> typed = [];
    private string? ground;
    private string? support;

    [Parameter, EditorRequired]
    public BaselineFilingLine Line { get; set; } = default!;

    [Parameter, EditorRequired]
    public int Year { get; set; }

    protected override void OnInitialized()
    {
        (ground, support) = (Line.Filing?.Ground, Line.Filing?.Support);
        foreach (var field in Line.Indicator.Inputs)
        {
            typed[field.Key] = NumberText.Display((Line.Filing?.Inputs ?? Line.Baseline?.Inputs)?[field.Key]);
        }
    }

    private async Task SendAsync(Caller caller, int? version) => await service.FileAsync(
        caller, new FileBaseline(Line.Unit.Code, Line.Indicator.Number, TypedInputs.Read(Line.Indicator, typed), ground, support, version), CancellationToken.None);

    private string Done() => $"第{Line.Indicator.Number}项的基数已申报，等待市住建局审核。";

    private IEnumerable<ConflictRow> Conflict(object current) => current is not CurrentFiling theirs ? [] :
    [
        .. Line.Indicator.Inputs.Select(field => new ConflictRow($"{field.Label}（{field.Unit}）", typed[field.Key], NumberText.Display(theirs.Inputs[field.Key]))),
        new ConflictRow("依据和说明", ground, theirs.Ground),
    ];
}
