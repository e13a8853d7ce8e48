using System.Collections.Concurrent;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>Everything that changes seldom and every screen needs: plan, periods, baselines and targets, as of one revision. Immutable.</summary>
public sealed class ReferenceData
{
    private readonly ReferenceData whole;
    private readonly ReferenceRecords records;
    private readonly ConcurrentDictionary<(Quarter Rated, DateTimeOffset? KnownAt), ReferenceData> inForce = [];
    private readonly Dictionary<(int Unit, int Indicator), ReportedInputs> baselines;
    private readonly ILookup<(int Unit, int Indicator), UnitTarget> targets;

    public ReferenceData(long revision, bool isDemo, Plan plan, IEnumerable<ReportingPeriod> periods, ReferenceRecords records)
        : this(whole: null, revision, isDemo, plan, [.. periods.OrderBy(period => period.Quarter)], records, knownAt: null)
    {
    }

    private ReferenceData(
        ReferenceData? whole,
        long revision,
        bool isDemo,
        Plan plan,
        IReadOnlyList<ReportingPeriod> periods,
        ReferenceRecords records,
        DateTimeOffset? knownAt)
    {
        this.whole = whole ?? this;
        this.records = records;
        Revision = revision;
        IsDemo = isDemo;
        Plan = plan;
        Periods = periods;
        KnownAt = knownAt;
        Baselines = [.. records.Baselines.GroupBy(b => (b.UnitId, b.IndicatorId)).Select(recorded => recorded.MaxBy(b => b.Version)!)];
        baselines = Baselines.ToDictionary(b => (b.UnitId, b.IndicatorId), b => b.Inputs);
        targets = records.Targets.ToLookup(t => (t.UnitId, t.IndicatorId));
    }

    public long Revision { get; }

    /// <summary>The figures are invented (演示数据); every page and file says so.</summary>
    public bool IsDemo { get; }

    /// <summary>As published; in what <see cref="AsOf"/> gives, with what later documents changed.</summary>
    public Plan Plan { get; }

    /// <summary>The plan's quarters, ascending.</summary>
    public IReadOnlyList<ReportingPeriod> Periods { get; }

    /// <summary>What was recorded later is not in it; null for all that is known.</summary>
    public DateTimeOffset? KnownAt { get; }

    /// <summary>The last one recorded of each unit and indicator.</summary>
    public IReadOnlyList<Baseline> Baselines { get; }

    public ReportedInputs? BaselineOf(int unitId, int indicatorId) => baselines.GetValueOrDefault((unitId, indicatorId));

    /// <summary>A unit's targets for an indicator, of all years and days.</summary>
    public IReadOnlyList<UnitTarget> TargetsOf(int unitId, int indicatorId) => [.. targets[(unitId, indicatorId)]];

    /// <summary>
    /// What a quarter is rated by: what holds on its last day, of what is known now or, of a quarter that is locked, of what was known
    /// at its lock.
    /// </summary>
    public ReferenceData InForce(Quarter quarter) => InForce(quarter, LockOf(quarter));

    /// <summary>The same for the quarter before, as it stands beside a quarter: never later than either was locked.</summary>
    public ReferenceData InForceBefore(Quarter quarter) => InForce(quarter.Previous, LockOf(quarter.Previous) ?? LockOf(quarter));

    /// <summary>What held on a day, of what was known at a moment.</summary>
    /// <param name="validOn">The day, usually a report date.</param>
    /// <param name="knownAt">The moment; null for now.</param>
    public ReferenceData AsOf(DateOnly validOn, DateTimeOffset? knownAt)
    {
        var known = whole.records.KnownAt(knownAt);
        var amendments = known.Amendments.ToLookup(amendment => amendment.IndicatorId);
        var plan = known.Amendments.Count == 0 ? whole.Plan : whole.Plan with
        {
            Indicators =
            [
                .. whole.Plan.Indicators.Select(indicator =>
                    IndicatorAmendment.InForce(amendments[indicator.Id], validOn) is { } amendment ? indicator.Under(amendment) : indicator),
            ],
        };
        return new ReferenceData(whole, Revision, IsDemo, plan, Periods, known, knownAt);
    }

    /// <summary>When a quarter was locked; null for one that is not, or is not the plan's.</summary>
    public DateTimeOffset? LockOf(Quarter quarter) => Periods.FirstOrDefault(period => period.Quarter == quarter)?.LockedAt;

    /// <summary>The indicator with a number of the annex.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public Indicator Indicator(int number) =>
        Plan.Indicators.FirstOrDefault(indicator => indicator.Number == number)
        ?? throw RefusalException.NotFound($"没有第{number}号指标，指标序号为1至{Plan.Indicators.Count}。");

    /// <summary>Any unit of the plan by code, also one that is computed.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public ReportingUnit UnitOrAggregate(string code) => Find(Plan.Regions.All, code);

    /// <summary>A reporting unit by code; the city does not report.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public ReportingUnit Unit(string code) => Find(Plan.Units, code);

    /// <summary>A period of the plan by its quarter.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public ReportingPeriod Period(Quarter quarter) =>
        Periods.FirstOrDefault(period => period.Quarter == quarter) ?? throw NoSuchPeriod();

    /// <summary>The period people work on: the open one due first, else the latest that was ever opened, else the first.</summary>
    public ReportingPeriod CurrentPeriod() =>
        Periods.Where(period => period.AcceptsEntry).OrderBy(period => period.DueOn).FirstOrDefault()
        ?? Periods.LastOrDefault(period => period.OpenedAt is not null)
        ?? Periods[0];

    public Department Department(string id) => Plan.Departments.First(department => department.Id == id);

    private ReferenceData InForce(Quarter rated, DateTimeOffset? knownAt) =>
        whole.inForce.GetOrAdd((rated, knownAt), static (key, all) => all.AsOf(key.Rated.LastDay, key.KnownAt), whole);

    private static ReportingUnit Find(IEnumerable<ReportingUnit> units, string code) =>
        units.FirstOrDefault(unit => unit.Code == code) ?? throw RefusalException.NotFound("没有这个填报单位，请核对区划代码。");

    private RefusalException NoSuchPeriod() =>
        RefusalException.NotFound($"没有这个填报期，请填写{Periods[0].Quarter}至{Periods[^1].Quarter}之间的季度，例如{Periods[0].Quarter}。");
}
