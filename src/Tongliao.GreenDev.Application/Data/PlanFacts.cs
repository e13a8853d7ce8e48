using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>
/// What everyone who signed in may see: the plan with its tasks, indicators, departments and units, its quarters, the check rules and the calendar. Says nothing of
/// any one unit's targets or baselines. Immutable.
/// </summary>
public sealed class PlanFacts(
    bool isDemo,
    Plan plan,
    IEnumerable<ReportingPeriod> periods,
    CheckRules checks,
    WorkCalendar calendar,
    IReadOnlyList<CountyReviewOrder>? countyReviewOrders = null,
    IReadOnlyList<Release>? releases = null,
    IReadOnlyList<Extension>? extensions = null,
    DateTimeOffset? seenAt = null)
{
    private readonly IReadOnlyList<CountyReviewOrder> countyReviewOrders = countyReviewOrders ?? [];

    private readonly IReadOnlyList<Extension> extensions = extensions ?? [];

    /// <summary>What holds of a unit's 延期 in a quarter, a withdrawn one too; null where none was ever granted.</summary>
    public Extension? ExtensionOf(ReportingUnit unit, Quarter quarter) =>
        extensions.Where(extension => extension.UnitId == unit.Id && extension.Quarter == quarter).MaxBy(extension => extension.Version);

    /// <summary>All that was granted and withdrawn in a quarter, the latest first.</summary>
    public IReadOnlyList<Extension> ExtensionsIn(Quarter quarter) =>
        [.. extensions.Where(extension => extension.Quarter == quarter).OrderByDescending(extension => extension.Id)];

    /// <summary>Units that may still report a quarter, by an extension alone or besides.</summary>
    public IReadOnlyList<ReportingUnit> ExtendedUnits(Quarter quarter, DateOnly today) =>
        [.. Plan.Units.Where(unit => ExtensionOf(unit, quarter)?.IsRunning(today) == true)];

    /// <summary>The same with the periods as one unit has them (延期).</summary>
    public PlanFacts For(ReportingUnit unit, DateOnly today) => extensions.All(extension => extension.UnitId != unit.Id)
        ? this
        : With(Plan, Periods.Select(period => period.For(ExtensionOf(unit, period.Quarter), today)));

    /// <summary>发布版本 of all locked quarters, ascending.</summary>
    public IReadOnlyList<Release> Releases { get; } = [.. (releases ?? []).OrderBy(release => release.Quarter).ThenBy(release => release.Number)];

    /// <summary>The one that holds; null while the quarter is not locked.</summary>
    public Release? LastReleaseOf(Quarter quarter) => Releases.LastOrDefault(release => release.Quarter == quarter);

    /// <summary>Whether more than one plan is loaded, so that an address has to say which one it is about.</summary>
    public bool HasOthers { get; init; }

    /// <summary>截至: the moment as of which it is looked at; null for now.</summary>
    public DateTimeOffset? SeenAt => seenAt;

    /// <summary>The figures are invented (演示数据); every page and file says so.</summary>
    public bool IsDemo => isDemo;

    /// <summary>As published; in what was in force for a quarter, with what later documents changed.</summary>
    public Plan Plan => plan;

    /// <summary>The plan's quarters, ascending.</summary>
    public IReadOnlyList<ReportingPeriod> Periods { get; } = [.. periods.OrderBy(period => period.Quarter)];

    /// <summary>By which values are checked now (校核规则); they matter before a value is submitted, so that no quarter keeps its own.</summary>
    public CheckRules Checks => checks;

    /// <summary>Which days are worked (工作日历).</summary>
    public WorkCalendar Calendar => calendar;

    /// <summary>When a quarter was locked; null for one that is not, or is not the plan's.</summary>
    public DateTimeOffset? LockOf(Quarter quarter) => Periods.FirstOrDefault(period => period.Quarter == quarter)?.LockedAt;

    /// <summary>What holds of a unit's 县级审核; null where it was never switched.</summary>
    public CountyReviewOrder? CountyReviewOf(ReportingUnit unit) =>
        CountyReviewOrdersOf(unit) is [var last, ..] ? last : null;

    /// <summary>All that was ordered of a unit's 县级审核, the latest first.</summary>
    public IReadOnlyList<CountyReviewOrder> CountyReviewOrdersOf(ReportingUnit unit) =>
        [.. countyReviewOrders.Where(order => order.UnitId == unit.Id).OrderByDescending(order => order.Version)];

    /// <summary>Whether a unit's submissions go to its county reviewer first.</summary>
    public bool HasCountyReview(ReportingUnit unit) => CountyReviewOf(unit)?.IsReviewed ?? true;

    /// <summary>The indicator with a number of the annex.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public Indicator Indicator(int number) =>
        Plan.Indicators.FirstOrDefault(indicator => indicator.Number == number)
        ?? throw RefusalException.NotFound($"没有第{number}号指标，指标序号为1至{Plan.Indicators.Count}。");

    /// <summary>An open question (待确认问题).</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public OpenQuestion Question(string id) =>
        Plan.OpenQuestions.FirstOrDefault(question => question.Id == id) ?? throw RefusalException.NotFound("没有这个待确认问题，请核对编号。");

    /// <summary>One way to read it (读法).</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public QuestionReading Reading(string questionId, string key) =>
        Question(questionId).Readings.FirstOrDefault(reading => reading.Key == key) ?? throw RefusalException.NotFound($"{questionId}没有这种读法，请从所列读法中选择。");

    /// <summary>Any unit of the plan by code, also one that is computed.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public ReportingUnit UnitOrAggregate(string code) => Find(Plan.Regions.All, code);

    /// <summary>A reporting unit by code; the city does not report.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public ReportingUnit Unit(string code) => Find(Plan.Units, code);

    /// <summary>A unit that has targets of its own (分解指标): any but the whole.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public ReportingUnit UnitWithTargets(string code) => Find(Plan.Regions.WithTargets, code);

    /// <summary>A period of the plan by its quarter.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    public ReportingPeriod Period(Quarter quarter) =>
        Periods.FirstOrDefault(period => period.Quarter == quarter) ?? throw NoSuchPeriod();

    /// <summary>The period people work on: the open one due first, else the latest that was ever opened, else the first.</summary>
    public ReportingPeriod CurrentPeriod() =>
        Periods.Where(period => period.AcceptsEntry).OrderBy(period => period.DueOn).FirstOrDefault()
        ?? Periods.LastOrDefault(period => period.OpenedAt is not null)
        ?? Periods[0];

    /// <summary>The quarter that reports are made of now; null while none is open.</summary>
    public ReportingPeriod? OpenPeriod => CurrentPeriod() is { AcceptsEntry: true } open ? open : null;

    /// <summary>The quarter before one, for its change; null where that was never open.</summary>
    public ReportingPeriod? OpenedBefore(ReportingPeriod period) =>
        Periods.FirstOrDefault(before => before.Quarter == period.Quarter.Previous && before.OpenedAt is not null);

    public Department Department(string id) => Plan.Departments.First(department => department.Id == id);

    /// <summary>The indicators that a quarter asks for: one that was added (增补) after its lock is not among them.</summary>
    public IEnumerable<Indicator> IndicatorsOf(Quarter quarter) => Plan.Indicators.Where(indicator => indicator.IsKnownAt(LockOf(quarter)));

    /// <summary>The same with what documents changed in how indicators are judged, as it holds on a day, and without indicators that were added later.</summary>
    internal PlanFacts Under(IReadOnlyList<IndicatorAmendment> amendments, DateOnly validOn, DateTimeOffset? knownAt)
    {
        if (amendments.Count == 0 && Plan.Indicators.All(indicator => indicator.IsKnownAt(knownAt)))
        {
            return this;
        }

        var byIndicator = amendments.ToLookup(amendment => amendment.IndicatorId);
        var indicators = Plan.Indicators.Where(indicator => indicator.IsKnownAt(knownAt)).Select(indicator =>
            indicator.Under(byIndicator[indicator.Id], validOn));
        return With(Plan with { Indicators = [.. indicators] }, Periods);
    }

    /// <summary>The same as it was at a moment: what was recorded later is not in it; null for now.</summary>
    internal PlanFacts AsSeenAt(DateTimeOffset? asOf) => asOf is not { } moment ? this : new(
        IsDemo,
        Plan.Indicators.All(indicator => indicator.IsKnownAt(moment)) ? Plan : Plan with { Indicators = [.. Plan.Indicators.Where(indicator => indicator.IsKnownAt(moment))] },
        Periods.Select(period => period.SeenAt(moment)),
        Checks.KnownAt(moment),
        Calendar,
        [.. countyReviewOrders.Where(order => order.Recorded.IsKnownAt(moment))],
        [.. Releases.Where(release => release.Recorded.IsKnownAt(moment))],
        [.. extensions.Where(extension => extension.Recorded.IsKnownAt(moment))],
        moment) { HasOthers = HasOthers };

    private PlanFacts With(Plan other, IEnumerable<ReportingPeriod> seen) =>
        new(IsDemo, other, seen, Checks, Calendar, countyReviewOrders, Releases, extensions, SeenAt) { HasOthers = HasOthers };

    private static ReportingUnit Find(IEnumerable<ReportingUnit> units, string code) =>
        units.FirstOrDefault(unit => unit.Code == code) ?? throw RefusalException.NotFound("没有这个填报单位，请核对区划代码。");

    private RefusalException NoSuchPeriod() =>
        RefusalException.NotFound($"没有这个填报期，请填写{Periods[0].Quarter}至{Periods[^1].Quarter}之间的季度，例如{Periods[0].Quarter}。");
}
