using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>
/// What was reported, with its history, read in one statement and laid out for the rules. A quarter that is locked is rated by what
/// was there at its lock, whatever happened since to the quarters it is compared with; seen as of a moment (截至), what came later is
/// read too, so that the same rows tell what has changed since.
/// </summary>
internal sealed class FigureTable
{
    private readonly PlanFacts facts;
    private readonly FigureBasis basis;
    private readonly List<FigureRow> rows;
    private readonly ILookup<(int Unit, int Indicator), FigureRow> histories;
    private readonly Dictionary<(int Unit, int Indicator, Known Known), Dictionary<Quarter, ReportedFigure>> figures = [];

    private readonly IReadOnlyList<ReplacedFigure> replaced;

    /// <summary>Which statements count.</summary>
    public FigureBasis Basis => basis;

    private FigureTable(PlanFacts facts, FigureBasis basis, List<FigureRow> rows)
        : this(facts, basis, rows, rows.ToLookup(row => (row.UnitId, row.IndicatorId)), [])
    {
    }

    private FigureTable(
        PlanFacts facts, FigureBasis basis, List<FigureRow> rows, ILookup<(int Unit, int Indicator), FigureRow> histories, IReadOnlyList<ReplacedFigure> replaced)
    {
        this.facts = facts;
        this.basis = basis;
        this.rows = rows;
        this.histories = histories;
        this.replaced = replaced;
    }

    /// <summary>The quarters that go into ratings of <paramref name="quarter"/>: itself, those it is compared with, and earlier year ends.</summary>
    public static IReadOnlyList<Quarter> QuartersFor(Plan plan, Quarter quarter)
    {
        var needed = new HashSet<Quarter> { quarter, quarter.Previous, quarter.YearEarlier };
        for (var year = plan.FirstYear; year < quarter.Year; year++)
        {
            needed.Add(new Quarter(year, 4));
        }

        return [.. needed];
    }

    /// <summary>Reads the figures of some quarters, of all units or one, of all indicators or one.</summary>
    public static async Task<FigureTable> ReadAsync(
        GreenDevDbContext db,
        PlanFacts facts,
        IReadOnlyList<Quarter> quarters,
        FigureBasis basis,
        int? unitId,
        int? indicatorId,
        CancellationToken cancellationToken)
    {
        var isAsEntered = basis == FigureBasis.Entered && facts.SeenAt is null;
        var rows = await (
            from submission in db.Submissions.AsNoTracking()
            where submission.PlanId == facts.Plan.Id && quarters.Contains(submission.Quarter) && (unitId == null || submission.UnitId == unitId)
            from value in submission.Values
            where indicatorId == null || value.IndicatorId == indicatorId
            join revision in RevisionsFor(db, basis, facts.SeenAt) on value.Id equals revision.ValueId
            where !isAsEntered || revision.Version == value.Version
            select new FigureRow(
                value.Id,
                submission.UnitId,
                submission.Quarter,
                value.IndicatorId,
                revision.Version,
                revision.At,
                revision.Status,
                revision.Statement.Inputs,
                revision.Statement.NotApplicableReason,
                revision.FirstSubmittedAt,
                revision.Kind == RevisionKind.Correct,
                basis == FigureBasis.Entered ? revision.Statement.Explanations : null))
            .ToListAsync(cancellationToken);
        return new FigureTable(facts, basis, rows);
    }

    /// <summary>The same with other figures of some values, in whatever quarter they are looked at from.</summary>
    public FigureTable Replacing(IReadOnlyList<ReplacedFigure> others) => new(facts, basis, rows, histories, others);

    /// <summary>
    /// How far the units' reporting of a period has come, from what was read for its ratings: what has not reached the city counts as
    /// 未填. The last entry read of a value that stands with the city is its last one of all, for it leaves the city by one that is read.
    /// </summary>
    public PeriodProgress ProgressOf(ReportingPeriod period, IEnumerable<ReportingUnit> units, OfficeClock clock) => PeriodProgress.Of(
        period,
        units.Where(unit => unit.Reports),
        facts.Plan.Indicators.Count,
        rows.Where(row => row.Quarter == period.Quarter && (facts.SeenAt is not { } moment || row.At <= moment))
            .GroupBy(row => (row.UnitId, row.IndicatorId)).Select(history => history.MaxBy(row => row.Version)!)
            .Where(last => last.Status.HasReachedCity())
            .Select(last => new ValueProgress(last.UnitId, last.Status, last.FirstSubmittedAt, last.At)),
        clock.DeadlinesOf(facts, period));

    /// <summary>Whether every figure that a unit's lights are made from is there, so that they compare with another quarter's.</summary>
    /// <param name="inForce">What the quarter is rated by.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="quarter">When.</param>
    public bool IsComplete(ReferenceData inForce, ReportingUnit unit, Quarter quarter) => unit.Reporting.All(reporting =>
        inForce.Facts.Plan.Indicators.All(indicator => FiguresOf(reporting, indicator, inForce.Known).ContainsKey(quarter)));

    /// <summary>A unit's states of the quarter before, by indicator number, as they stand beside a quarter; none when the plan had not begun.</summary>
    public Dictionary<int, RagStatus> StatesBefore(ReferenceData reference, ReportingUnit unit, Quarter quarter) =>
        States(reference.InForceBeside(quarter.Previous, quarter), unit, quarter.Previous);

    /// <summary>A unit's states of a quarter, by indicator number. They are the same for every reader.</summary>
    /// <param name="inForce">What the quarter is rated by.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="quarter">When.</param>
    public Dictionary<int, RagStatus> States(ReferenceData inForce, ReportingUnit unit, Quarter quarter) => inForce.Facts.Plan.Indicators
        .Where(indicator => indicator.TargetOf(quarter.Year) is not null)
        .ToDictionary(indicator => indicator.Number, indicator => Rate(inForce, unit, indicator, quarter, inForce.Facts.Plan.Regions.All).State);

    /// <summary>What the rules look at for one unit and indicator.</summary>
    /// <param name="inForce">What the quarter is rated by.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="indicator">What.</param>
    public UnitCase CaseOf(ReferenceData inForce, ReportingUnit unit, Indicator indicator) => new()
    {
        UnitCode = unit.Code,
        UnitName = unit.ShortName,
        Sets = unit.Sets,
        Figures = FiguresOf(unit, indicator, inForce.Known),
        Baseline = inForce.BaselineOf(unit.Id, indicator.Id)?.Inputs,
        Targets = inForce.TargetsOf(unit.Id, indicator.Id),
        Deviations = inForce.DeviationsOf(unit.Id, indicator.Id),
    };

    /// <summary>The quarters that checks of a value of <paramref name="quarter"/> look at, its light included.</summary>
    public static IReadOnlyList<Quarter> QuartersForChecks(Plan plan, Quarter quarter) =>
        [.. QuartersFor(plan, quarter).Union(ValueWarnings.ComparedQuarters(quarter))];

    /// <summary>What a value of one unit and indicator is checked against.</summary>
    /// <param name="inForce">What the quarter is rated by.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="indicator">What.</param>
    /// <param name="quarter">When.</param>
    public CheckContext CheckContextOf(ReferenceData inForce, ReportingUnit unit, Indicator indicator, Quarter quarter) => new(
        indicator,
        CaseOf(inForce, unit, indicator),
        number => FiguresOf(unit, inForce.Facts.Indicator(number), inForce.Known).GetValueOrDefault(quarter),
        inForce.Facts.Checks)
    {
        CarriedOver = () => CarriedOver.Of(quarter, SheetOf(inForce, unit, quarter)),
    };

    /// <summary>Of which indicator alone a value's checks have to read, by id; null for all, because they look at the rest of the report too.</summary>
    public static int? OnlyFor(Indicator indicator) =>
        indicator.IsYearToDate || SameFact.ComparedWith(indicator) is not null ? null : indicator.Id;

    /// <summary>All that a unit says in a quarter, in the order of the annex. The table is read on <see cref="FigureBasis.Entered"/>.</summary>
    public IReadOnlyList<SheetValue> SheetOf(ReferenceData inForce, ReportingUnit unit, Quarter quarter) =>
    [
        .. from indicator in inForce.Facts.Plan.Indicators
           let figures = FiguresOf(unit, indicator, inForce.Known)
           let last = histories[(unit.Id, indicator.Id)].FirstOrDefault(row => row.Quarter == quarter)
           select new SheetValue(indicator, figures.GetValueOrDefault(quarter), figures, last?.Status.IsWithClerk() ?? true, last?.Explanations ?? []),
    ];

    /// <summary>All values of a quarter that were ever saved, as they stand. The table is read on <see cref="FigureBasis.Entered"/>.</summary>
    public IEnumerable<StandingValue> StandingIn(Quarter quarter) =>
        from row in rows
        where row.Quarter == quarter
        select new StandingValue(row.ValueId, row.UnitId, row.IndicatorId, row.Status, row.ToFigure(), row.Explanations ?? []);

    /// <summary>Rates a unit that reports, or one that is made from those below it.</summary>
    /// <param name="inForce">What the quarter is rated by.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="indicator">What, as it is in force.</param>
    /// <param name="quarter">When.</param>
    /// <param name="readable">The units that the reader may see; who may not see all is not told the others' by way of the whole.</param>
    public IndicatorRating Rate(
        ReferenceData inForce, ReportingUnit unit, Indicator indicator, Quarter quarter, IReadOnlyCollection<ReportingUnit> readable)
    {
        var rated = RatedCaseOf(inForce, unit, indicator);
        var read = unit.Reporting.Count(readable.Contains);
        return unit.Reports || read == rated.Units.Count ? rated.Rate(indicator, quarter) : rated.RateForReaderOf(read, indicator, quarter);
    }

    /// <summary>What a rating is made from.</summary>
    /// <param name="inForce">What the quarter is rated by.</param>
    /// <param name="unit">Whose, also a whole.</param>
    /// <param name="indicator">What.</param>
    public RatedCase RatedCaseOf(ReferenceData inForce, ReportingUnit unit, Indicator indicator) => unit.Reports
        ? RatedCase.OfUnit(CaseOf(inForce, unit, indicator))
        : RatedCase.OfAggregate(
            unit.Code,
            [.. unit.Reporting.Select(below => CaseOf(inForce, below, indicator))],
            unit.IsRoot ? null : inForce.TargetsOf(unit.Id, indicator.Id),
            inForce.DeviationsOf(unit.Id, indicator.Id));

    /// <summary>A rating with how it was reckoned, as its reader may know it.</summary>
    /// <inheritdoc cref="Rate"/>
    public RatingCalculation Calculate(
        ReferenceData inForce, ReportingUnit unit, Indicator indicator, Quarter quarter, IReadOnlyCollection<ReportingUnit> readable) => new(
        Rate(inForce, unit, indicator, quarter, readable), RatedCaseOf(inForce, unit, indicator), unit.Reporting.All(readable.Contains));

    /// <summary>
    /// Of published values the drafts in between are not read: a value leaves the city's hands by being returned or withdrawn, and
    /// comes back by the county's approval or, where the county reviews nothing, by being submitted.
    /// </summary>
    private static IQueryable<ValueRevision> RevisionsFor(GreenDevDbContext db, FigureBasis basis, DateTimeOffset? seenAt) => basis == FigureBasis.Entered
        ? seenAt is null ? db.Revisions : db.Revisions.Where(revision => revision.At <= seenAt
            && !db.Revisions.Any(later => later.ValueId == revision.ValueId && later.Version > revision.Version && later.At <= seenAt))
        : db.Revisions.Where(revision => revision.Status == ValueStatus.CityReview
            || revision.Status == ValueStatus.Accepted || revision.Status == ValueStatus.Returned || revision.Kind == RevisionKind.Withdraw);

    /// <summary>What one unit reported of an indicator, by quarter.</summary>
    /// <param name="unit">Whose.</param>
    /// <param name="indicator">What.</param>
    /// <param name="known">Nothing later.</param>
    public IReadOnlyDictionary<Quarter, ReportedFigure> FiguresOf(ReportingUnit unit, Indicator indicator, Known known)
    {
        var key = (unit.Id, indicator.Id, known);
        if (!figures.TryGetValue(key, out var found))
        {
            figures[key] = found = [];
            foreach (var history in histories[(unit.Id, indicator.Id)].Where(row => known.Includes(row.At, row.IsCorrection)).GroupBy(row => row.Quarter))
            {
                var entries = history.OrderBy(row => row.Version).ToList();
                if (basis.CountingEntry(entries.ConvertAll(row => row.Status)) is { } counting)
                {
                    found[history.Key] = entries[counting].ToFigure();
                }
            }

            foreach (var other in replaced.Where(other => (other.UnitId, other.IndicatorId) == (unit.Id, indicator.Id)))
            {
                found[other.Quarter] = other.Figure;
            }
        }

        return found;
    }

    /// <summary>
    /// What a unit's approved values of an indicator came to, quarter by quarter, each by what is in force for it. The table is read on
    /// <see cref="FigureBasis.Approved"/>, with all quarters.
    /// </summary>
    public IEnumerable<ApprovedLight> ApprovedLights(ReferenceData reference, ReportingUnit unit, Indicator indicator)
    {
        foreach (var quarter in facts.Periods.Select(period => period.Quarter))
        {
            var inForce = reference.InForce(quarter);
            if (histories[(unit.Id, indicator.Id)]
                .Where(row => row.Quarter == quarter && row.Status == ValueStatus.Accepted && inForce.Known.Includes(row.At, row.IsCorrection))
                .MaxBy(row => row.Version) is { } approved)
            {
                yield return new ApprovedLight(quarter, RateInForce(reference, unit, indicator.Number, quarter).State, approved.At);
            }
        }
    }

    /// <summary>A unit's rating by what is in force for the quarter, as readers of all units see it.</summary>
    public IndicatorRating RateInForce(ReferenceData reference, ReportingUnit unit, int indicatorNumber, Quarter quarter) =>
        RateInForce(reference, unit, indicatorNumber, quarter, reference.Facts.Plan.Regions.All);

    /// <summary>The same as readers of some units see it.</summary>
    public IndicatorRating RateInForce(
        ReferenceData reference, ReportingUnit unit, int indicatorNumber, Quarter quarter, IReadOnlyCollection<ReportingUnit> readable)
    {
        var inForce = reference.InForce(quarter);
        return Rate(inForce, unit, inForce.Facts.Indicator(indicatorNumber), quarter, readable);
    }

    /// <summary>A revision of a value, as far as ratings and progress look at it.</summary>
    private sealed record FigureRow(
        long ValueId,
        int UnitId,
        Quarter Quarter,
        int IndicatorId,
        int Version,
        DateTimeOffset At,
        ValueStatus Status,
        ReportedInputs Inputs,
        string? NotApplicableReason,
        DateTimeOffset? FirstSubmittedAt,
        bool IsCorrection,
        IReadOnlyList<Explanation>? Explanations)
    {
        public ReportedFigure ToFigure() => new(Inputs, NotApplicableReason, Status == ValueStatus.Accepted);
    }
}
