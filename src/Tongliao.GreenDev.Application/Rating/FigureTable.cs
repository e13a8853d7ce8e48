using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>Reported figures read in one statement, laid out for the rules.</summary>
public sealed class FigureTable
{
    private readonly ReferenceData reference;
    private readonly Dictionary<(int Unit, int Indicator), Dictionary<Quarter, ReportedFigure>> figures = [];
    private readonly List<FigureRow> rows;

    private FigureTable(ReferenceData reference, List<FigureRow> rows)
    {
        this.reference = reference;
        this.rows = rows;
    }

    /// <summary>The quarters that go into ratings of <paramref name="quarter"/>: itself, those it is compared with, and earlier year ends.</summary>
    public static IReadOnlyList<Quarter> QuartersFor(ReferenceData reference, Quarter quarter)
    {
        var needed = new HashSet<Quarter> { quarter, quarter.Previous, quarter.YearEarlier };
        for (var year = reference.Plan.FirstYear; year < quarter.Year; year++)
        {
            needed.Add(new Quarter(year, 4));
        }

        return [.. needed];
    }

    /// <summary>Reads the figures of some quarters, of all units or one, of all indicators or one.</summary>
    public static async Task<FigureTable> ReadAsync(
        GreenDevDbContext db,
        ReferenceData reference,
        IReadOnlyList<Quarter> quarters,
        FigureBasis basis,
        int? unitId,
        int? indicatorId,
        CancellationToken cancellationToken)
    {
        // On the approved basis what only waits for approval is read as well: it counts for the progress of reporting.
        var read = (basis == FigureBasis.Approved ? FigureBasis.Submitted : basis).Statuses();
        var rows = await (
            from submission in db.Submissions.AsNoTracking()
            where quarters.Contains(submission.Quarter) && (unitId == null || submission.UnitId == unitId)
            from value in submission.Values
            where read.Contains(value.Status) && (indicatorId == null || value.IndicatorId == indicatorId)
            select new FigureRow(
                submission.UnitId, submission.Quarter, value.IndicatorId, value.Inputs, value.NotApplicableReason, value.Status, value.FirstSubmittedAt, value.ChangedAt))
            .ToListAsync(cancellationToken);
        var table = new FigureTable(reference, rows);
        foreach (var row in rows)
        {
            if (basis != FigureBasis.Approved || row.Status == SubmissionStatus.Accepted)
            {
                table.FiguresOf(row.UnitId, row.IndicatorId)[row.Quarter] =
                    new ReportedFigure(row.Inputs, row.NotApplicableReason, row.Status == SubmissionStatus.Accepted);
            }
        }

        return table;
    }

    /// <summary>How far the units' reporting of a period has come, from what was read for its ratings: what has not reached the city counts as 未填.</summary>
    public PeriodProgress ProgressOf(ReportingPeriod period, IEnumerable<ReportingUnit> units, OfficeClock clock) => PeriodProgress.Of(
        period,
        units.Where(unit => !unit.IsCity),
        reference.Plan.Indicators.Count,
        rows.Where(row => row.Quarter == period.Quarter && row.Status.HasReachedCity())
            .Select(row => new ValueProgress(row.UnitId, row.Status, row.FirstSubmittedAt, row.ChangedAt)),
        clock.DeadlineOf(period));

    /// <summary>Whether every unit's figure of every indicator is there.</summary>
    public bool IsComplete(Quarter quarter) =>
        reference.Plan.Units.All(unit => reference.Plan.Indicators.All(indicator => FiguresOf(unit.Id, indicator.Id).ContainsKey(quarter)));

    /// <summary>What the rules look at for one unit and indicator.</summary>
    public RegionCase CaseOf(ReportingUnit unit, Indicator indicator) => new()
    {
        UnitCode = unit.Code,
        UnitName = unit.ShortName,
        IsCentralUrban = unit.IsCentralUrban,
        Figures = FiguresOf(unit.Id, indicator.Id),
        Baseline = reference.BaselineOf(unit.Id, indicator.Id),
        Targets = reference.TargetsOf(unit.Id, indicator.Id),
    };

    /// <summary>Rates a unit, or the city from all units.</summary>
    /// <param name="unit">Whose.</param>
    /// <param name="indicator">What.</param>
    /// <param name="quarter">When.</param>
    /// <param name="readsAll">Whether the reader may see every unit; who may not is not told theirs by way of the city.</param>
    public IndicatorRating Rate(ReportingUnit unit, Indicator indicator, Quarter quarter, bool readsAll)
    {
        if (!unit.IsCity)
        {
            return RatingRules.RateUnit(indicator, quarter, CaseOf(unit, indicator));
        }

        var cases = reference.Plan.Units.Select(u => CaseOf(u, indicator));
        return readsAll
            ? RatingRules.RateCity(indicator, quarter, unit.Code, cases)
            : RatingRules.RateCityForOneUnit(indicator, quarter, unit.Code, cases);
    }

    private Dictionary<Quarter, ReportedFigure> FiguresOf(int unitId, int indicatorId)
    {
        if (!figures.TryGetValue((unitId, indicatorId), out var found))
        {
            figures[(unitId, indicatorId)] = found = [];
        }

        return found;
    }

    private sealed record FigureRow(
        int UnitId,
        Quarter Quarter,
        int IndicatorId,
        ReportedInputs Inputs,
        string? NotApplicableReason,
        SubmissionStatus Status,
        DateTimeOffset? FirstSubmittedAt,
        DateTimeOffset? ChangedAt);
}
