using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>Which ratings a correction changes: of its own quarter, and of later ones that rest on it; of the unit and what is made from it.</summary>
internal static class CorrectionEffect
{
    /// <summary>Of what is corrected and what shares a number with it. One statement an indicator.</summary>
    public static async Task<IReadOnlyList<ChangedLight>> OfAsync(
        GreenDevDbContext db,
        ReferenceData reference,
        CorrectionLine line,
        IReadOnlyList<CarriedCorrection> carried,
        CancellationToken cancellationToken)
    {
        var changes = new List<ChangedLight>();
        foreach (var (indicator, statement) in carried.Select(other => (other.Indicator, other.Statement)).Prepend((line.Indicator, line.Correction.Statement)))
        {
            changes.AddRange(await OfAsync(db, reference, line, indicator, statement, cancellationToken));
        }

        return changes;
    }

    private static async Task<IReadOnlyList<ChangedLight>> OfAsync(
        GreenDevDbContext db, ReferenceData reference, CorrectionLine line, Indicator indicator, Statement after, CancellationToken cancellationToken)
    {
        var facts = reference.Facts;
        var table = await FigureTable.ReadAsync(
            db, facts, [.. facts.Periods.Select(period => period.Quarter)], FigureBasis.Submitted, unitId: null, indicator.Id, cancellationToken);
        var corrected = new ReplacedFigure(line.Unit.Id, indicator.Id, line.Quarter, after.ToFigure(isApproved: true));
        return new LightChanges(reference, table, facts.Plan.Regions.All).Of(new Trial(ReferenceRecords.None, [corrected]));
    }
}
