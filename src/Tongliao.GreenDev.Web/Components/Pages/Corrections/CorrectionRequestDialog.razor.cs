using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Corrections;

/// <summary>Asks for other numbers in place of approved ones.</summary>
public sealed partial class CorrectionRequestDialog(CorrectionService service)
{
    private readonly Dictionary<InputKey, string?> typed = [];
    private string? reason;
    private long? id;
    private IReadOnlyList<EvidenceFile> files = [];
    private string? explanation;

    [Parameter, EditorRequired]
    public ValueKey Key { get; set; } = default!;

    [Parameter, EditorRequired]
    public ReportEntry Entry { get; set; } = default!;

    protected override void OnInitialized()
    {
        foreach (var field in Entry.Indicator.Inputs)
        {
            typed[field.Key] = NumberText.Display(Entry.Statement.Inputs[field.Key]);
        }
    }

    private string Now(InputKey key) => Entry.Statement.Inputs[key] is { } number ? NumberText.Display(number) : "空";

    private async Task SendAsync(Caller caller, int? version)
    {
        var inputs = ReportedInputs.None;
        var faults = new List<FieldFault>();
        foreach (var field in Entry.Indicator.Inputs)
        {
            var number = NumberText.Read(typed[field.Key], field.Unit);
            inputs = inputs.With(field.Key, number.Value);
            if (number.Fault is { } fault)
            {
                faults.Add(new FieldFault(FieldNames.Of(field.Key), fault));
            }
        }

        faults.Refuse();
        id = await service.RequestAsync(caller, new RequestCorrection(Key, inputs, reason, explanation, version), CancellationToken.None);
    }

    private static string Done() => "更正申请已提交，等待市住建局批准；进展见“更正”页。";
}
