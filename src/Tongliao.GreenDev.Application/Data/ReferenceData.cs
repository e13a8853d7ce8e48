using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>Everything that changes seldom and every screen needs: plan, periods, baselines and targets, as of one revision. Immutable.</summary>
public sealed class ReferenceData
{
    private readonly Dictionary<(int Unit, int Indicator), ReportedInputs> baselines;
    private readonly ILookup<(int Unit, int Indicator), RegionTarget> targets;

    public ReferenceData(
        long revision,
        bool isDemo,
        Plan plan,
        IEnumerable<ReportingPeriod> periods,
        IReadOnlyList<Baseline> baselines,
        IReadOnlyList<RegionTarget> targets)
    {
        Revision = revision;
        IsDemo = isDemo;
        Plan = plan;
        Periods = [.. periods.OrderBy(period => period.Quarter)];
        Baselines = baselines;
        RegionTargets = targets;
        this.baselines = baselines.ToDictionary(b => (b.UnitId, b.IndicatorId), b => b.Inputs);
        this.targets = targets.ToLookup(t => (t.UnitId, t.IndicatorId));
    }

    public long Revision { get; }

    /// <summary>The figures are invented (演示数据); every page and file says so.</summary>
    public bool IsDemo { get; }

    public Plan Plan { get; }

    /// <summary>The plan's quarters, ascending.</summary>
    public IReadOnlyList<ReportingPeriod> Periods { get; }

    public IReadOnlyList<Baseline> Baselines { get; }

    public IReadOnlyList<RegionTarget> RegionTargets { get; }

    public ReportedInputs? BaselineOf(int unitId, int indicatorId) => baselines.GetValueOrDefault((unitId, indicatorId));

    public IReadOnlyList<RegionTarget> TargetsOf(int unitId, int indicatorId) => [.. targets[(unitId, indicatorId)]];

    /// <summary>The indicator with a number of the annex.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public Indicator Indicator(int number) =>
        Plan.Indicators.FirstOrDefault(indicator => indicator.Number == number)
        ?? throw RefusalException.NotFound($"没有第{number}号指标，指标序号为1至{Plan.Indicators.Count}。");

    /// <summary>A unit or the city by code.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public ReportingUnit UnitOrCity(string code) =>
        code == Plan.City.Code ? Plan.City : Unit(code);

    /// <summary>A reporting unit by code; the city does not report.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public ReportingUnit Unit(string code) =>
        Plan.Units.FirstOrDefault(unit => unit.Code == code)
        ?? throw RefusalException.NotFound("没有这个填报单位，请核对区划代码。");

    /// <summary>A period of the plan by its quarter.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public ReportingPeriod Period(string quarter) =>
        Quarter.TryParse(quarter, out var parsed) ? Period(parsed) : throw NoSuchPeriod();

    /// <inheritdoc cref="Period(string)"/>
    public ReportingPeriod Period(Quarter quarter) =>
        Periods.FirstOrDefault(period => period.Quarter == quarter) ?? throw NoSuchPeriod();

    /// <summary>The period people work on: the open one due first, else the latest that was ever opened, else the first.</summary>
    public ReportingPeriod CurrentPeriod() =>
        Periods.Where(period => period.AcceptsEntry).OrderBy(period => period.DueOn).FirstOrDefault()
        ?? Periods.LastOrDefault(period => period.OpenedAt is not null)
        ?? Periods[0];

    public Department Department(string id) => Plan.Departments.First(department => department.Id == id);

    private RefusalException NoSuchPeriod() =>
        RefusalException.NotFound($"没有这个填报期，请填写{Periods[0].Quarter}至{Periods[^1].Quarter}之间的季度，例如{Periods[0].Quarter}。");
}
