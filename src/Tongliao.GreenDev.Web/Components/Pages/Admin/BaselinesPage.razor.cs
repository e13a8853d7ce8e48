using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>One baseline to be typed, as the address names it: <c>16-150525</c>.</summary>
public sealed record BaselineCell(Indicator Indicator, ReportingUnit Unit, Baseline? Baseline)
{
    public static string Address(Indicator indicator, ReportingUnit unit) =>
        $"{AdminSections.Baselines}?cell={indicator.Number}-{unit.Code}#panel";
}

/// <summary>管理 · 基数: what every unit had in the year before the plan.</summary>
public sealed partial class BaselinesPage(TargetQueries targets, TargetService service, NavigationManager navigation, SecretsShownOnce secrets)
    : ActingPage(navigation, secrets)
{
    [SupplyParameterFromQuery]
    private string? Cell { get; set; }

    [SupplyParameterFromQuery]
    private string? Indicator { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    private BaselineTable Table { get; set; } = default!;

    private BaselineCell? Chosen { get; set; }

    private List<Indicator> Columns { get; set; } = [];

    private IEnumerable<Indicator> Others => Table.Facts.Plan.Indicators.Where(indicator => !Columns.Contains(indicator));

    private int Year => Table.Facts.Plan.BaselineYear;

    /// <summary>A form that was sent stands until it is handled, whatever was locked meanwhile.</summary>
    private bool MaySet => Table.WhySettled is null || IsSent("baseline");

    private string Title => IsLoaded ? $"{Year}年基数" : "基数";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Table = await targets.BaselinesAsync(caller, cancellationToken);
        Chosen = Choose();
        var number = AddressNumber.Read<int>(Indicator);
        var extra = Chosen?.Indicator ?? Table.Facts.Plan.Indicators.FirstOrDefault(indicator => indicator.Number == number);
        Columns = extra is null ? [.. Table.Indicators] : [.. Table.Indicators.Append(extra).Distinct()];
    }

    private BaselineCell? Choose()
    {
        var plan = Table.Facts.Plan;
        return (
            from unit in plan.Units
            from indicator in plan.Indicators
            where Cell == $"{indicator.Number}-{unit.Code}"
            select new BaselineCell(indicator, unit, Table[unit, indicator])).FirstOrDefault();
    }

    private Task SaveAsync() => ActAsync($"{AdminSections.Baselines}?done=saved&cell={Cell}", (caller, cancellationToken) =>
    {
        var (indicator, unit, _) = Chosen ?? throw RefusalException.NotFound("没有这项基数，请从表中选择。");
        return service.SetBaselineAsync(caller, new SetBaseline(unit.Code, indicator.Number, Read(indicator), ShownVersion), cancellationToken);
    });

    private IEnumerable<ConflictRow> Conflict => Chosen!.Indicator.Inputs.Select(input => new ConflictRow(
        $"{input.Label}（{input.Unit}）", Kept(input.Key.ToString()), NumberText.Display(Chosen.Baseline?.Inputs[input.Key])));

    private ReportedInputs Read(Indicator indicator)
    {
        var inputs = ReportedInputs.None;
        var faults = new List<FieldFault>();
        foreach (var field in indicator.Inputs)
        {
            var typed = NumberText.Read(Posted[field.Key.ToString()], field.Unit);
            inputs = inputs.With(field.Key, typed.Value);
            if (typed.Fault is { } fault)
            {
                faults.Add(new FieldFault(FieldNames.Of(field.Key), fault));
            }
        }

        return faults.Count == 0 ? inputs : throw RefusalException.Invalid(RefusalCodes.InvalidValue, "请更正后再保存。", faults);
    }

    private string? Fault(InputField field) => FaultOf(FieldNames.Of(field.Key));

    private string Text(ReportingUnit unit, Indicator indicator)
    {
        var inputs = Table[unit, indicator]?.Inputs;
        if (inputs is null || inputs.IsEmpty)
        {
            return indicator.BaselineRequired ? "？ 缺" : "—";
        }

        return string.Join(" / ", indicator.Inputs.Select(field => inputs[field.Key] is { } value ? NumberText.Display(value) : "—"));
    }

    private string SumText(Indicator indicator) => indicator.IsSum
        ? NumberText.Display(Table.Facts.Plan.Units.Sum(unit => Table[unit, indicator]?.Inputs.Amount ?? 0))
        : "";
}
