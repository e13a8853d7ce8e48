using System.Globalization;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>管理 · 分解指标: what each unit was told to reach, by which document, and whether it adds up.</summary>
public sealed partial class TargetsPage(TargetQueries targets, TargetService service, NavigationManager navigation, SecretsShownOnce secrets)
    : ActingPage(navigation, secrets)
{
    [SupplyParameterFromQuery]
    private string? Indicator { get; set; }

    [SupplyParameterFromQuery]
    private string? Year { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    private string? UnitCode { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    private TargetTable Table { get; set; } = default!;

    private UnitTargetLine? Chosen { get; set; }

    /// <summary>A form that was sent stands until it is handled, whatever was locked meanwhile.</summary>
    private bool MaySet => Table.WhySettled is null || IsSent("target");

    private string Unit => Table.Indicator.UnitOf(Table.CityTarget);

    private IEnumerable<Indicator> Choices => Table.Facts.Plan.Indicators.OrderByDescending(indicator => indicator.IsSum).ThenBy(indicator => indicator.Number);

    private string BasisWords => Table.CityTarget.Basis switch
    {
        TargetBasis.YearAmount => "当年完成",
        TargetBasis.Cumulative => "截至期末累计",
        TargetBasis.Window => string.Create(CultureInfo.InvariantCulture, $"{Table.CityTarget.WindowStartYear}—{Table.CityTarget.Year}年累计"),
        TargetBasis.Level or TargetBasis.Increase => "",
    };

    private string RemainderWords => Table.Remainder switch
    {
        0 => "与全市目标一致",
        > 0 => "尚未分解到单位",
        _ => "各单位合计超出全市目标",
    };

    /// <summary>Which quarters the target entered last is for.</summary>
    private string AppliesWords
    {
        get
        {
            var quarters = Chosen!.History.MaxBy(target => target.Version)?.AppliesTo(Chosen.History, Table.Facts.LockOf) ?? [];
            var locked = Table.Facts.Periods.Where(period => period.Quarter.Year == Table.CityTarget.Year && period.State == PeriodState.Locked).ToList();
            return quarters.Count switch
            {
                0 when locked.Count > 0 => "但本年已锁定的季度不再改变，其余各季度也不适用这一条，请核对生效日期。",
                0 => "但各季度已有生效日期更晚的分解指标，这一条暂不适用于任何季度；要替代它们，请把生效日期改为与之相同或更晚。",
                _ when locked.Count > 0 => $"适用于{string.Join('、', quarters.Select(quarter => quarter.ChineseQuarter))}；已锁定的季度不变。",
                1 => $"适用于{quarters[0].ChineseQuarter}。",
                _ => $"适用于{quarters[0].ChineseQuarter}至{quarters[^1].ChineseQuarter}。",
            };
        }
    }

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Table = await targets.TargetsAsync(caller, AddressNumber.Read<int>(Indicator), AddressNumber.Read<int>(Year), cancellationToken);
        Chosen = Table.Units.FirstOrDefault(line => line.Unit.Code == UnitCode);
    }

    /// <summary>Beside what was sent, the target that somebody else entered meanwhile.</summary>
    private IEnumerable<ConflictRow> Conflict => Refused?.Current is not CurrentTarget theirs ? [] :
    [
        new ConflictRow($"目标值（{Unit}）", Kept("value"), NumberText.Display(theirs.Value)),
        new ConflictRow("依据文件或文号", Kept("document"), theirs.Document),
        new ConflictRow("生效日期", Kept("effectiveFrom"), DateText.Display(theirs.EffectiveFrom)),
    ];

    private Task SaveAsync() => ActAsync(Address(Chosen?.Unit) + "&done=saved", (caller, cancellationToken) =>
    {
        var value = NumberText.Read(Posted["value"], Table.Indicator.Unit);
        if (value.Fault is { } fault)
        {
            throw RefusalException.Invalid(RefusalCodes.InvalidTarget, fault, new FieldFault("value", fault));
        }

        var from = DateText.Read(Posted["effectiveFrom"]);
        if (from.Fault is { } wrongDay)
        {
            throw RefusalException.Invalid(RefusalCodes.InvalidTarget, $"生效日期{wrongDay}", new FieldFault("effectiveFrom", $"生效日期{wrongDay}"));
        }

        return service.SetTargetAsync(
            caller,
            new SetUnitTarget(UnitCode ?? "", Table.Indicator.Number, Table.CityTarget.Year, value.Value, Posted["document"], from.Value) { Version = ShownVersion },
            cancellationToken);
    });

    private string Address(ReportingUnit? unit = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{AdminSections.Targets}?indicator={Table.Indicator.Number}&year={Table.CityTarget.Year}")
        + (unit is null ? "" : $"&unit={unit.Code}");

    private string? Invalid(string field) => FaultOf(field) is null ? null : "true";
}
