using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Rectifications;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>The rectifications of all units or one, of all indicators or one, as the approved values tell them, with what was told and arranged. Three statements.</summary>
internal sealed class RectificationTable
{
    private readonly ReferenceData reference;
    private readonly FigureTable figures;
    private readonly ILookup<(int Unit, int Indicator), RectificationArrangement> arrangements;
    private readonly ILookup<(int Unit, int Indicator), RectificationOpening> openings;

    private RectificationTable(
        ReferenceData reference, FigureTable figures, IEnumerable<RectificationArrangement> arrangements, IEnumerable<RectificationOpening> openings)
    {
        this.reference = reference;
        this.figures = figures;
        this.arrangements = arrangements.ToLookup(arrangement => (arrangement.UnitId, arrangement.IndicatorId));
        this.openings = openings.ToLookup(opening => (opening.UnitId, opening.IndicatorId));
    }

    public static async Task<RectificationTable> ReadAsync(
        GreenDevDbContext db, ReferenceData reference, int? unitId, int? indicatorId, CancellationToken cancellationToken)
    {
        var plan = reference.Facts.Plan;
        var figures = await FigureTable.ReadAsync(
            db, reference.Facts, [.. reference.Facts.Periods.Select(period => period.Quarter)], FigureBasis.Approved, unitId, indicatorId, cancellationToken);
        var arrangements = await db.RectificationArrangements.AsNoTracking()
            .Where(arrangement => arrangement.PlanId == plan.Id
                && (unitId == null || arrangement.UnitId == unitId) && (indicatorId == null || arrangement.IndicatorId == indicatorId))
            .ToListAsync(cancellationToken);
        var openings = await db.RectificationOpenings.AsNoTracking()
            .Where(opening => opening.PlanId == plan.Id
                && (unitId == null || opening.UnitId == unitId) && (indicatorId == null || opening.IndicatorId == indicatorId))
            .ToListAsync(cancellationToken);
        return new RectificationTable(reference, figures, arrangements, openings);
    }

    /// <summary>In the order of their opening.</summary>
    public IReadOnlyList<KeptRectification> Of(ReportingUnit unit, Indicator indicator) => KeptRectification.Of(
        [.. figures.ApprovedLights(reference, unit, indicator)], arrangements[(unit.Id, indicator.Id)], openings[(unit.Id, indicator.Id)]);

    /// <summary>The last light since it opened, with its numbers and words.</summary>
    public IndicatorRating LatestOf(ReportingUnit unit, Indicator indicator, Rectification rectification) =>
        figures.RateInForce(reference, unit, indicator.Number, rectification.Latest.Quarter);
}
