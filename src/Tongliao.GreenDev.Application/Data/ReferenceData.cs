using System.Collections.Concurrent;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>
/// Everything that changes seldom and ratings rest on, as of one revision: the plan's facts, and every unit's baselines and targets.
/// The latter are not everyone's: outside this project there are only <see cref="PlanFacts"/>, and queries that ask who reads. Immutable.
/// </summary>
internal sealed class ReferenceData
{
    private readonly ReferenceData whole;
    private readonly ReferenceRecords records;
    private readonly ConcurrentDictionary<(Quarter Rated, DateTimeOffset? KnownAt), ReferenceData> inForce = [];
    private readonly Dictionary<(int Unit, int Indicator), ReportedInputs> baselines;
    private readonly ILookup<(int Unit, int Indicator), UnitTarget> targets;

    public ReferenceData(long revision, PlanFacts facts, ReferenceRecords records)
        : this(whole: null, revision, facts, records, knownAt: null)
    {
    }

    private ReferenceData(ReferenceData? whole, long revision, PlanFacts facts, ReferenceRecords records, DateTimeOffset? knownAt)
    {
        this.whole = whole ?? this;
        this.records = records;
        Revision = revision;
        Facts = facts;
        KnownAt = knownAt;
        Baselines = [.. records.Baselines.GroupBy(b => (b.UnitId, b.IndicatorId)).Select(recorded => recorded.MaxBy(b => b.Version)!)];
        baselines = Baselines.ToDictionary(b => (b.UnitId, b.IndicatorId), b => b.Inputs);
        CityFigures = [.. records.CityFigures.GroupBy(f => (f.IndicatorId, f.Field, f.Year)).Select(recorded => recorded.MaxBy(f => f.Version)!)];
        targets = records.Targets.ToLookup(t => (t.UnitId, t.IndicatorId));
    }

    public long Revision { get; }

    /// <summary>What everyone may see of it; the plan as published or, in what <see cref="AsOf"/> gives, with what later documents changed.</summary>
    public PlanFacts Facts { get; }

    /// <summary>What was recorded later is not in it; null for all that is known.</summary>
    public DateTimeOffset? KnownAt { get; }

    /// <summary>The last one recorded of each unit and indicator.</summary>
    public IReadOnlyList<Baseline> Baselines { get; }

    /// <summary>What yearbooks say of the city: the last one recorded of each indicator, field and year. No light rests on it, so that a lock keeps none.</summary>
    public IReadOnlyList<CityFigure> CityFigures { get; }

    public ReportedInputs? BaselineOf(int unitId, int indicatorId) => baselines.GetValueOrDefault((unitId, indicatorId));

    /// <summary>A unit's targets for an indicator, of all years and days.</summary>
    public IReadOnlyList<UnitTarget> TargetsOf(int unitId, int indicatorId) => [.. targets[(unitId, indicatorId)]];

    /// <summary>
    /// What a quarter is rated by: what holds on its last day, of what is known now or, of a quarter that is locked, of what was known
    /// at its lock.
    /// </summary>
    public ReferenceData InForce(Quarter quarter) => InForce(quarter, Facts.LockOf(quarter));

    /// <summary>The same for an earlier quarter, as it stands beside a quarter: never later than either was locked.</summary>
    public ReferenceData InForceBeside(Quarter earlier, Quarter quarter) => InForce(earlier, Facts.LockOf(earlier) ?? Facts.LockOf(quarter));

    /// <summary>What held on a day, of what was known at a moment.</summary>
    /// <param name="validOn">The day, usually a report date.</param>
    /// <param name="knownAt">The moment; null for now.</param>
    public ReferenceData AsOf(DateOnly validOn, DateTimeOffset? knownAt)
    {
        var known = whole.records.KnownAt(knownAt);
        return new ReferenceData(whole, Revision, whole.Facts.Under(known.Amendments, validOn), known, knownAt);
    }

    private ReferenceData InForce(Quarter rated, DateTimeOffset? knownAt) =>
        whole.inForce.GetOrAdd((rated, knownAt), static (key, all) => all.AsOf(key.Rated.LastDay, key.KnownAt), whole);
}
