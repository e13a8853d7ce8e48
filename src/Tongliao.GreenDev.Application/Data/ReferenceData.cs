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
    private readonly bool isTrial;
    private readonly ReferenceRecords records;
    private readonly ConcurrentDictionary<(Quarter Rated, Known Known), ReferenceData> inForce = [];
    private readonly Dictionary<(int Unit, int Indicator), Baseline> baselines;
    private readonly ILookup<(int Unit, int Indicator), UnitTarget> targets;
    private readonly ILookup<(int Unit, int Indicator), AcceptedDeviation> deviations;

    public ReferenceData(long revision, PlanFacts facts, ReferenceRecords records)
        : this(whole: null, revision, facts, records, new Known(facts.SeenAt, CorrectedTo: null))
    {
    }

    private ReferenceData(ReferenceData? whole, long revision, PlanFacts facts, ReferenceRecords records, Known known, bool isTrial = false)
    {
        this.isTrial = isTrial;
        this.whole = whole ?? this;
        this.records = records;
        Revision = revision;
        Facts = facts;
        Known = known;
        Baselines = [.. records.Baselines.GroupBy(b => (b.UnitId, b.IndicatorId)).Select(recorded => recorded.MaxBy(b => b.Version)!)];
        baselines = Baselines.ToDictionary(b => (b.UnitId, b.IndicatorId));
        CityFigures = [.. records.CityFigures.GroupBy(f => (f.IndicatorId, f.Field, f.Year)).Select(recorded => recorded.MaxBy(f => f.Version)!)];
        targets = records.Targets.ToLookup(t => (t.UnitId, t.IndicatorId));
        deviations = records.Deviations.ToLookup(d => (d.UnitId, d.IndicatorId));
    }

    public long Revision { get; }

    /// <summary>What everyone may see of it; the plan as published or, in what <see cref="AsOf"/> gives, with what later documents changed.</summary>
    public PlanFacts Facts { get; }

    /// <summary>What was recorded later is not in it, but for corrections up to the release.</summary>
    public Known Known { get; }

    /// <summary>All that was recorded and counts.</summary>
    public ReferenceRecords Recorded => records;

    /// <summary>How many amendments, answers and deviations were recorded: whoever decides on another says how many they have seen.</summary>
    public int RulesVersion => records.Amendments.Count + records.Answers.Count + records.Deviations.Count;

    /// <summary>截至: what counts where no lock says otherwise; all that is known now, unless it is looked at <see cref="SeenAt">as of a moment</see>.</summary>
    public Known Vantage => whole.Known;

    /// <summary>Whether a lock says what counts, so that nothing of it changes any more.</summary>
    public bool IsSettled => Known != Vantage;

    /// <summary>The last one recorded of each unit and indicator.</summary>
    public IReadOnlyList<Baseline> Baselines { get; }

    /// <summary>What yearbooks say of the city: the last one recorded of each indicator, field and year. No light rests on it, so that a lock keeps none.</summary>
    public IReadOnlyList<CityFigure> CityFigures { get; }

    /// <summary>Of one unit and indicator; null where none was ever recorded.</summary>
    public Baseline? BaselineOf(int unitId, int indicatorId) => baselines.GetValueOrDefault((unitId, indicatorId));

    /// <summary>The last that changed (调整) an indicator's target of a quarter's year, of what holds for the quarter; null where that stands as published.</summary>
    public IndicatorAmendment? TargetAmendmentOf(int indicatorId, Quarter quarter) => IndicatorAmendment
        .InForce(records.Amendments.Where(amendment => amendment.IndicatorId == indicatorId), quarter.LastDay)
        .LastOrDefault(amendment => amendment.Change.Targets.Any(target => target.Year == quarter.Year));

    /// <summary>A unit's targets for an indicator, of all years and days.</summary>
    public IReadOnlyList<UnitTarget> TargetsOf(int unitId, int indicatorId) => [.. targets[(unitId, indicatorId)]];

    /// <summary>认可偏差 of one unit or whole and indicator, of all days.</summary>
    public IReadOnlyList<AcceptedDeviation> DeviationsOf(int unitId, int indicatorId) => [.. deviations[(unitId, indicatorId)]];

    /// <summary>
    /// What a quarter is rated by: what holds on its last day, of what is known now or, of a quarter that is locked, of what was known
    /// at its lock, with the corrections up to its last release.
    /// </summary>
    public ReferenceData InForce(Quarter quarter) => InForce(quarter, KnownOf(quarter) ?? Vantage);

    /// <summary>The same as an earlier release of the quarter had it.</summary>
    public ReferenceData InForceOf(Release release) => InForce(release.Quarter, new Known(Facts.LockOf(release.Quarter), release.Recorded.At));

    /// <summary>The same for an earlier quarter, as it stands beside a quarter: never later than either was locked.</summary>
    public ReferenceData InForceBeside(Quarter earlier, Quarter quarter) => InForce(earlier, KnownOf(earlier) ?? KnownOf(quarter) ?? Vantage);

    /// <summary>All of it as it was known at a moment (截至): records, periods, releases, extensions and county reviews recorded by then; null for now.</summary>
    public ReferenceData SeenAt(DateTimeOffset? moment) =>
        moment is { } at ? new ReferenceData(Revision, whole.Facts.AsSeenAt(at), whole.records.Of(new Known(at, CorrectedTo: null))) : this;

    /// <summary>
    /// The same as if more had been recorded (试算). Assumed rows hold in every quarter that they are for; a locked one is rated as a release
    /// made now would have it.
    /// </summary>
    public ReferenceData OnTrial(ReferenceRecords assumed) => new(whole: null, Revision, whole.Facts, whole.records.With(assumed), Vantage, isTrial: true);

    /// <summary>What held on a day, of what was known at a moment.</summary>
    /// <param name="validOn">The day, usually a report date.</param>
    /// <param name="knownAt">The moment; null for now.</param>
    public ReferenceData AsOf(DateOnly validOn, DateTimeOffset? knownAt) => Of(validOn, new Known(knownAt, CorrectedTo: null));

    private ReferenceData Of(DateOnly validOn, Known known)
    {
        var recorded = whole.records.Of(known);
        return new ReferenceData(whole, Revision, whole.Facts.Under(recorded.Amendments, validOn, known.At), recorded, known);
    }

    private Known? KnownOf(Quarter quarter) => Facts.LockOf(quarter) is { } locked ? new Known(locked, isTrial ? Vantage.At ?? DateTimeOffset.MaxValue : Facts.LastReleaseOf(quarter)?.Recorded.At) : null;

    private ReferenceData InForce(Quarter rated, Known known) =>
        whole.inForce.GetOrAdd((rated, known), static (key, all) => all.Of(key.Rated.LastDay, key.Known), whole);
}
