using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Checks;

/// <summary>Sets the thresholds of a rule (阈值), also for single fields where the rule has one for them, with the reason.</summary>
public sealed partial class CheckDialog(CheckService service)
{
    private List<TypedThreshold> thresholds = [];
    private string? reason;

    [Parameter, EditorRequired]
    public PlanFacts Facts { get; set; } = default!;

    [Parameter, EditorRequired]
    public CheckRule Rule { get; set; } = default!;

    private CheckParameter? PerField => Rule.Parameters.FirstOrDefault(parameter => parameter.IsPerField);

    /// <summary>Every field that has none of its own yet.</summary>
    private IReadOnlyList<CheckSetting> Fields =>
    [
        .. from indicator in Facts.Plan.Indicators
           from input in indicator.Inputs
           where !thresholds.Any(threshold => threshold.IndicatorNumber == indicator.Number && threshold.Field == input.Key)
           select new CheckSetting(PerField!.Key, 0, indicator.Number, input.Key),
    ];

    protected override void OnInitialized() => thresholds =
    [
        .. Rule.Parameters.Select(parameter => new TypedThreshold(parameter, null, null) { Text = NumberText.Display(Rule.ValueOf(parameter.Key)) }),
        .. Rule.Settings.Where(setting => setting.Field is not null).Select(setting =>
            new TypedThreshold(Rule.Parameter(setting.Parameter), setting.IndicatorNumber, setting.Field) { Text = NumberText.Display(setting.Value) }),
    ];

    private static string RangeOf(CheckParameter parameter) =>
        $"{NumberText.Display(parameter.Least)}至{NumberText.Display(parameter.Most)}，默认{NumberText.Display(parameter.Default)}";

    private string TextOf(CheckSetting? field) => field is null ? "" : CheckWords.FieldName(Facts.Plan, field);

    private void AddField(CheckSetting? field)
    {
        if (field is not null)
        {
            thresholds.Add(new TypedThreshold(PerField!, field.IndicatorNumber, field.Field));
        }
    }

    private async Task SendAsync(Caller caller, int? version) =>
        await service.SetAsync(caller, new SetCheckRule(Rule.Number, Read(), reason, version), CancellationToken.None);

    private List<CheckSetting> Read()
    {
        var settings = new List<CheckSetting>();
        foreach (var threshold in thresholds)
        {
            var number = NumberText.Read(threshold.Text, threshold.Parameter.Unit);
            if (number.Value is { } value)
            {
                settings.Add(threshold.AsSetting(value));
            }
            else if (number.Fault is { } fault || threshold.Field is null)
            {
                var message = number.Fault ?? $"请填写“{threshold.Parameter.Label}”，{RangeOf(threshold.Parameter)}。";
                throw RefusalException.Invalid(RefusalCodes.InvalidCheck, message, new FieldFault(threshold.Name, message));
            }
        }

        return settings;
    }

    private string Done() => $"{Rule.Name}的阈值已调整，尚未上报的数从现在起按新阈值校核。";

    /// <summary>Beside what was typed, what somebody else set meanwhile.</summary>
    private IEnumerable<ConflictRow> Conflict(object current) => current is not CurrentCheckRule theirs ? [] :
        thresholds.Select(threshold => new ConflictRow(
            threshold.Field is null ? threshold.Parameter.Label : TextOf(threshold.AsSetting(0)), threshold.Text, NumberText.Display(threshold.ValueIn(theirs.Rule))));
}
