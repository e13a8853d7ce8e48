using System.Globalization;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Checks;

/// <summary>Records what a yearbook says of the city, or corrects it, with its source.</summary>
public sealed partial class CityFigureDialog(CityFigureService service)
{
    private CheckSetting? chosen;
    private string? year;
    private string? value;
    private string? document;

    [Parameter, EditorRequired]
    public PlanFacts Facts { get; set; } = default!;

    /// <summary>The one to be corrected; null for a new one.</summary>
    [Parameter]
    public CityComparison? Known { get; set; }

    private IReadOnlyList<CheckSetting> Fields =>
    [
        .. from indicator in Facts.Plan.Indicators
           from input in indicator.Inputs
           where input.Key != InputKey.Correction
           select new CheckSetting("", 0, indicator.Number, input.Key),
    ];

    private string ValueLabel => Unit is null ? "全市数" : $"全市数（{Unit}）";

    private string? Unit => chosen is null ? null : Facts.Indicator(chosen.IndicatorNumber!.Value).Inputs.First(input => input.Key == chosen.Field).Unit;

    protected override void OnInitialized()
    {
        if (Known is { } known)
        {
            chosen = new CheckSetting("", 0, known.Indicator.Number, known.Field.Key);
            year = known.Figure.Year.ToString(CultureInfo.InvariantCulture);
            (value, document) = (NumberText.Display(known.Figure.Value), known.Figure.Document);
        }
    }

    private string TextOf(CheckSetting? field) => field is null ? "" : CheckWords.FieldName(Facts.Plan, field);

    private async Task SendAsync(Caller caller, int? version)
    {
        var field = chosen ?? throw RefusalException.Invalid(RefusalCodes.InvalidCheck, "请选择指标和填报项。", new FieldFault("field", "请选择指标和填报项。"));
        var number = NumberText.Read(value, Unit!);
        if (number.Fault is { } fault)
        {
            throw RefusalException.Invalid(RefusalCodes.InvalidCheck, fault, new FieldFault("value", fault));
        }

        await service.SetAsync(
            caller,
            new SetCityFigure(
                field.IndicatorNumber!.Value,
                field.Field!.Value,
                int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : null,
                number.Value,
                document,
                version),
            CancellationToken.None);
    }

    private string Done() => $"{year}年{TextOf(chosen)}的年鉴全市数已保存。";

    private IEnumerable<ConflictRow> Conflict(object current) => current is not CurrentCityFigure theirs ? [] :
    [
        new ConflictRow(ValueLabel, value, NumberText.Display(theirs.Value)),
        new ConflictRow("来源", document, theirs.Document),
    ];
}
