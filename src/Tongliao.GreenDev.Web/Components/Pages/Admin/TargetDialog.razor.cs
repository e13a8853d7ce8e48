using System.Globalization;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Gives a unit a target for a year (下达), or another one after it (调整), with its document.</summary>
public sealed partial class TargetDialog(TargetService service)
{
    private string? value;
    private string? document;
    private string? from;
    private EnteredTarget? entered;

    [Parameter, EditorRequired]
    public TargetTable Table { get; set; } = default!;

    [Parameter, EditorRequired]
    public UnitTargetLine Line { get; set; } = default!;

    private string ValueLabel => $"目标值（{Table.Indicator.UnitOf(Table.CityTarget)}）";

    private DateOnly LastDay => TargetQuarters.LastEffectiveDay(Table.CityTarget.Year);

    public static string Word(UnitTargetLine line) => line.InForce is null ? "下达" : "调整";

    protected override void OnInitialized() => from = string.Create(CultureInfo.InvariantCulture, $"{Table.CityTarget.Year}-01-01");

    private async Task SendAsync(Caller caller, int? version)
    {
        var number = NumberText.Read(value, Table.Indicator.Unit);
        if (number.Fault is { } fault)
        {
            throw RefusalException.Invalid(RefusalCodes.InvalidTarget, fault, new FieldFault("value", fault));
        }

        var day = DateText.Read(from);
        if (day.Fault is { } wrongDay)
        {
            throw RefusalException.Invalid(RefusalCodes.InvalidTarget, $"生效日期{wrongDay}", new FieldFault("effectiveFrom", $"生效日期{wrongDay}"));
        }

        entered = await service.SetTargetAsync(
            caller,
            new SetUnitTarget(Line.Unit.Code, Table.Indicator.Number, Table.CityTarget.Year, number.Value, document, day.Value) { Version = version },
            CancellationToken.None);
    }

    private string Done() => $"{Line.Unit.ShortName} {Table.CityTarget.Year}年的分解指标已保存{(entered is null ? "。" : "，" + AppliesWords(entered.AppliesTo))}";

    /// <summary>Which quarters the target is for.</summary>
    private string AppliesWords(IReadOnlyList<Quarter> quarters)
    {
        var hasLocked = Table.Facts.Periods.Any(period => period.Quarter.Year == Table.CityTarget.Year && period.State == PeriodState.Locked);
        return quarters.Count switch
        {
            0 when hasLocked => "但本年已锁定的季度不再改变，其余各季度也不适用这一条，请核对生效日期。",
            0 => "但各季度已有生效日期更晚的分解指标，这一条暂不适用于任何季度；要替代它们，请把生效日期改为与之相同或更晚。",
            _ when hasLocked => $"适用于{string.Join('、', quarters.Select(quarter => quarter.ChineseQuarter))}；已锁定的季度不变。",
            1 => $"适用于{quarters[0].ChineseQuarter}。",
            _ => $"适用于{quarters[0].ChineseQuarter}至{quarters[^1].ChineseQuarter}。",
        };
    }

    /// <summary>Beside what was typed, the target that somebody else entered meanwhile.</summary>
    private IEnumerable<ConflictRow> Conflict(object current) => current is not CurrentTarget theirs ? [] :
    [
        new ConflictRow(ValueLabel, value, NumberText.Display(theirs.Value)),
        new ConflictRow("依据文件或文号", document, theirs.Document),
        new ConflictRow("生效日期", from, DateText.Display(theirs.EffectiveFrom)),
    ];
}
