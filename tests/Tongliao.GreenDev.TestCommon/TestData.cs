using Tongliao.GreenDev.Application.Calendar;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>The plan's facts as tests need them, built in code and independent of the plan file.</summary>
public static class TestData
{
    public const string CityCode = "150500";

    private static readonly (string Code, string ShortName, bool IsCentralUrban)[] Regions =
    [
        ("150502", "科尔沁区", true),
        ("150521", "科左中旗", false),
        ("150522", "科左后旗", false),
        ("150523", "开鲁县", false),
        ("150524", "库伦旗", false),
        ("150525", "奈曼旗", false),
        ("150526", "扎鲁特旗", false),
        ("150581", "霍林郭勒市", false),
        ("150571", "开发区", true),
    ];

    /// <summary>The 21 indicators in the order of the annex.</summary>
    public static IReadOnlyList<Indicator> Indicators { get; } = [.. UrbanIndicators.All, .. BuildingIndicators.All];

    /// <summary>The holidays that the portal is delivered with.</summary>
    public static WorkCalendar Calendar { get; } = new(CalendarFile.LoadBuiltIn(Recording.OnTrial));

    /// <summary>The check rules as the portal is delivered with them.</summary>
    public static CheckRules Checks { get; } = new(CheckRuleFile.LoadBuiltIn(Recording.OnTrial));

    /// <summary>Codes of the nine reporting units in their official order.</summary>
    public static IReadOnlyList<string> UnitCodes { get; } = [.. Regions.Select(region => region.Code)];

    /// <summary>An accepted deviation (认可偏差) from a day until another; null withdraws.</summary>
    public static AcceptedDeviation Deviation(int version, string from, string? until) => new()
    {
        UnitId = 1,
        IndicatorId = 1,
        Version = version,
        Decision = new RuleDecision(Day(from), "通政办函〔2025〕3号", "市人民政府办公室", "管网改造跨年施工", IsCorrection: false),
        Until = until is null ? null : Day(until),
        Recorded = Recording.OnTrial,
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static Indicator Indicator(int number) => Indicators[number - 1];

    /// <summary>An indicator of the plan with some of its editable data changed.</summary>
    public static Indicator Indicator(
        int number, IReadOnlyList<decimal>? progressCurve = null, int? displayDecimals = null, Tolerance? tolerance = null, IReadOnlyList<IndicatorTarget>? targets = null)
    {
        var plan = Indicator(number);
        return new Indicator
        {
            Number = plan.Number,
            Name = plan.Name,
            ShortName = plan.ShortName,
            TaskNumber = plan.TaskNumber,
            TaskPhrase = plan.TaskPhrase,
            LeadDepartmentId = plan.LeadDepartmentId,
            CooperatingDepartmentIds = plan.CooperatingDepartmentIds,
            Annex = plan.Annex,
            Kind = plan.Kind,
            Unit = plan.Unit,
            DisplayDecimals = displayDecimals ?? plan.DisplayDecimals,
            Inputs = plan.Inputs,
            Targets = targets ?? plan.Targets,
            Tolerance = tolerance ?? plan.Tolerance,
            ProgressCurve = progressCurve ?? plan.ProgressCurve,
            CityScope = plan.CityScope,
            Scope = plan.Scope,
            PeriodBasis = plan.PeriodBasis,
            DefinitionSource = plan.DefinitionSource,
            HardRange = plan.HardRange,
            SoftRange = plan.SoftRange,
            ZeroOverZeroIsNotApplicable = plan.ZeroOverZeroIsNotApplicable,
            NeverFalls = plan.NeverFalls,
            IsAspirational = plan.IsAspirational,
            TextAsksForMore = plan.TextAsksForMore,
            BaselineRequired = plan.BaselineRequired,
            Notes = plan.Notes,
            OnlyInAnnex = plan.OnlyInAnnex,
            OnlyInTask = plan.OnlyInTask,
        };
    }

    /// <summary>Starts the case of a reporting unit, by its code or short name.</summary>
    public static UnitCaseBuilder Unit(string codeOrName)
    {
        var region = Regions.Single(r => r.Code == codeOrName || r.ShortName == codeOrName);
        return new UnitCaseBuilder(region.Code, region.ShortName, region.IsCentralUrban);
    }

    /// <summary>All nine units, each filled by <paramref name="fill"/> with its place in the official order from 0.</summary>
    public static IReadOnlyList<UnitCase> AllUnits(Func<UnitCaseBuilder, int, UnitCaseBuilder> fill) =>
        [.. UnitCodes.Select((code, place) => fill(Unit(code), place).Build())];

    public static ReportedFigure Ratio(decimal numerator, decimal denominator, bool approved = true) =>
        new(new ReportedInputs { Numerator = numerator, Denominator = denominator }, null, approved);

    public static ReportedFigure Amount(decimal amount, bool approved = true) =>
        new(new ReportedInputs { Amount = amount }, null, approved);

    public static ReportedFigure Water(decimal supplied, decimal billed, decimal correction, bool approved = true) =>
        new(new ReportedInputs { Supplied = supplied, Billed = billed, Correction = correction }, null, approved);

    public static ReportedFigure NotApplicable(string reason, bool approved = true) => new(null, reason, approved);
}
