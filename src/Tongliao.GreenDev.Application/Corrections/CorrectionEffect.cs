using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>Which ratings a correction changes: of its own quarter, and of later ones that rest on it; of the unit and what is made from it.</summary>
internal static class CorrectionEffect
{
    /// <summary>Of what is corrected and what shares a number with it; by quarter, of the unit first. One statement an indicator.</summary>
    public static async Task<IReadOnlyList<ChangedLight>> OfAsync(
        GreenDevDbContext db,
        ReferenceData reference,
        CorrectionLine line,
        IReadOnlyList<CarriedCorrection> carried,
        CancellationToken cancellationToken)
    {
        var changes = new List<ChangedLight>(await OfAsync(
            db, reference, line.Unit, line.Indicator, line.Quarter, line.Correction.Statement, cancellationToken));
        foreach (var other in carried)
        {
            changes.AddRange(await OfAsync(db, reference, line.Unit, other.Indicator, line.Quarter, other.Statement, cancellationToken));
        }

        return changes;
    }

    private static async Task<IReadOnlyList<ChangedLight>> OfAsync(
        GreenDevDbContext db, ReferenceData reference, ReportingUnit unit, Indicator indicator, Quarter quarter, Statement after, CancellationToken cancellationToken)
    {
        var facts = reference.Facts;
        var table = await FigureTable.ReadAsync(
            db, facts, [.. facts.Periods.Select(period => period.Quarter)], FigureBasis.Submitted, unitId: null, indicator.Id, cancellationToken);
        var corrected = table.Replacing(unit.Id, indicator.Id, quarter, after.ToFigure(isApproved: true));
        var concerned = facts.Plan.Regions.All.Where(other => other.Id == unit.Id || other.Reporting.Any(below => below.Id == unit.Id))
            .OrderBy(other => other.Reporting.Count()).ToList();
        return
        [
            .. from period in facts.Periods
               where period.Quarter >= quarter && period.OpenedAt is not null
               let inForce = reference.InForce(period.Quarter)
               let judged = inForce.Facts.Indicator(indicator.Number)
               where judged.TargetOf(period.Quarter.Year) is not null
               from other in concerned
               let then = table.Rate(inForce, other, judged, period.Quarter, facts.Plan.Regions.All)
               let becomes = corrected.Rate(inForce, other, judged, period.Quarter, facts.Plan.Regions.All)
               where ChangedLight.Differ(then, becomes)
               select new ChangedLight(period.Quarter, other, then, becomes),
        ];
    }
}
