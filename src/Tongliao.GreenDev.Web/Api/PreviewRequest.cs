using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;
using Tongliao.GreenDev.Web.Api.Json;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Given figures to be rated without storing them: of one region, or of the city by its regions.</summary>
/// <param name="Indicator">序号.</param>
/// <param name="Region">A region's code, or the city's together with <paramref name="Regions"/>.</param>
/// <param name="Period">The rated quarter.</param>
/// <param name="Inputs">Its numbers; null for not reported.</param>
/// <param name="NotApplicableReason">不适用 with its reason.</param>
/// <param name="History">Earlier quarters.</param>
/// <param name="Baseline2023">The 2023 baseline.</param>
/// <param name="RegionTarget">The region's own targets by year.</param>
/// <param name="Regions">For the city: what each region gives; those left out have not reported.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PreviewRequest(
    [property: Required] int? Indicator = null,
    [property: Required] string? Region = null,
    [property: Required] string? Period = null,
    InputsRequest? Inputs = null,
    string? NotApplicableReason = null,
    IReadOnlyList<PreviewQuarter?>? History = null,
    PreviewBaseline? Baseline2023 = null,
    IReadOnlyDictionary<int, TypedNumber>? RegionTarget = null,
    IReadOnlyList<PreviewRegion?>? Regions = null)
{
    /// <summary>The city's case: every region that was given.</summary>
    public IReadOnlyList<PreviewUnit> ReadRegions(PlanFacts facts)
    {
        var faults = new List<FieldFault>();
        RefuseKnown(facts, faults);
        foreach (var field in new[]
        {
            (Name: "inputs", Given: Inputs is not null),
            (Name: "notApplicableReason", Given: NotApplicableReason is not null),
            (Name: "history", Given: History is not null),
            (Name: "baseline2023", Given: Baseline2023 is not null),
            (Name: "regionTarget", Given: RegionTarget is not null),
        }.Where(field => field.Given))
        {
            faults.Add(new FieldFault(field.Name, "全市由各单位汇总得出，请把各单位的数据写在regions中。"));
        }

        var units = (Regions ?? []).Select((region, i) => (region ?? PreviewRegion.Empty).Read(facts, $"regions[{i}].", faults)).ToList();
        faults.Refuse();
        return units;
    }

    /// <summary>One region's case.</summary>
    public PreviewUnit ReadUnit(PlanFacts facts)
    {
        var faults = new List<FieldFault>();
        RefuseKnown(facts, faults);
        if (Regions is not null)
        {
            faults.Add(new FieldFault("regions", $"只有全市（{facts.Plan.City.Code}）由regions汇总，单位的数据请写在inputs中。"));
        }

        var unit = new PreviewRegion(Region, Inputs, NotApplicableReason, History, Baseline2023).Read(facts, "", faults);
        var targets = ReadTargets(facts, faults);
        faults.Refuse();
        return unit with { Targets = targets };
    }

    private Dictionary<int, decimal> ReadTargets(PlanFacts facts, List<FieldFault> faults)
    {
        var targets = new Dictionary<int, decimal>();
        foreach (var (year, typed) in RegionTarget ?? new Dictionary<int, TypedNumber>())
        {
            var field = $"regionTarget.{year}";
            var value = typed.Read(field, faults);
            if (year < facts.Plan.FirstYear || year > facts.Plan.LastYear)
            {
                faults.Add(new FieldFault(field, $"方案没有{year}年的目标，请填{facts.Plan.FirstYear}至{facts.Plan.LastYear}年。"));
            }
            else if (value is < 0 or >= 1_000_000_000_000m)
            {
                faults.Add(new FieldFault(field, "目标值不能为负，整数部分最多12位。"));
            }
            else if (value is { } target)
            {
                targets.Add(year, target);
            }
        }

        return targets;
    }

    /// <summary>What the body names must be there; a body is wrong where an address would lead nowhere.</summary>
    private void RefuseKnown(PlanFacts facts, List<FieldFault> faults)
    {
        if (!facts.Plan.Indicators.Any(indicator => indicator.Number == Indicator))
        {
            faults.Add(new FieldFault("indicator", $"请填指标序号，1至{facts.Plan.Indicators.Count}。"));
        }

        if (!Quarter.TryParse(Period, out var quarter) || facts.Periods.All(period => period.Quarter != quarter))
        {
            faults.Add(new FieldFault("period", $"请填{facts.Periods[0].Quarter}至{facts.Periods[^1].Quarter}之间的季度，例如{facts.Periods[0].Quarter}。"));
        }
    }
}

/// <summary>What one region gives.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PreviewRegion(
    [property: Required] string? Region = null,
    InputsRequest? Inputs = null,
    string? NotApplicableReason = null,
    IReadOnlyList<PreviewQuarter?>? History = null,
    PreviewBaseline? Baseline2023 = null)
{
    public static PreviewRegion Empty { get; } = new();

    public PreviewUnit Read(PlanFacts facts, string path, List<FieldFault> faults)
    {
        if (!facts.Plan.Units.Any(unit => unit.Code == Region))
        {
            faults.Add(new FieldFault(path + "region", "没有这个填报单位，请核对区划代码。"));
        }

        var given = History ?? [];
        foreach (var twice in given.GroupBy(quarter => quarter?.Period).Where(group => group.Key is not null && group.Count() > 1))
        {
            faults.Add(new FieldFault($"{path}history", $"{twice.Key}只能出现一次。"));
        }

        var history = given.Select((quarter, i) => (quarter ?? PreviewQuarter.Empty).Read($"{path}history[{i}].", faults)).OfType<(Quarter, ReportedFigure)>().ToList();
        return new PreviewUnit(
            Region ?? "",
            Figures.Read(Inputs, NotApplicableReason, path, faults),
            history,
            Baseline2023?.Read(path + "baseline2023.", faults),
            new Dictionary<int, decimal>());
    }
}

/// <summary>An earlier quarter.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PreviewQuarter([property: Required] string? Period = null, InputsRequest? Inputs = null, string? NotApplicableReason = null)
{
    public static PreviewQuarter Empty { get; } = new();

    public (Quarter Quarter, ReportedFigure Figure)? Read(string path, List<FieldFault> faults)
    {
        if (!Quarter.TryParse(Period, out var quarter))
        {
            faults.Add(new FieldFault(path + "period", "季度请写成2024Q1的形式。"));
            return null;
        }

        return Figures.Read(Inputs, NotApplicableReason, path, faults) is { } figure ? (quarter, figure) : null;
    }
}

/// <summary>A baseline; one that does not apply is none.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PreviewBaseline(InputsRequest? Inputs = null, string? NotApplicableReason = null)
{
    public ReportedInputs? Read(string path, List<FieldFault> faults) =>
        TypedText.Clean(NotApplicableReason) is null ? Inputs?.Read(path + "inputs.", faults) : null;
}
