using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>
/// Reads what the bulletin of a quarter is made from, as it is published: by what stands with the city, of a locked quarter by its last release. For
/// readers who may see every unit, and the system itself. Five statements, and one more where checks ask for evidence.
/// </summary>
public sealed class BulletinFigures(RatingQueries ratings, RectificationQueries rectifications)
{
    internal async Task<BulletinFacts> ReadAsync(
        GreenDevDbContext db, ReferenceData reference, Actor? actor, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var (quarter, units) = (period.Quarter, reference.Facts.Plan.Regions.All);
        var table = await FigureTable.ReadAsync(
            db, reference.Facts, FigureTable.QuartersFor(reference.Facts.Plan, quarter), FigureBasis.Submitted, unitId: null, indicatorId: null, cancellationToken);
        var matrix = ratings.Matrix(reference, table, units, period);
        var lines = await rectifications.LinesAsync(db, reference, actor, reference.Facts.Plan.Units, cancellationToken);
        var answers = await CheckQueries.AnswersAsync(db, unit => actor?.MayReadUnit(unit) != false, reference, quarter, FigureBasis.Submitted, cancellationToken);
        return new BulletinFacts(new BulletinData(
            matrix.Facts.Plan,
            quarter,
            matrix.Ratings,
            units.ToDictionary(unit => unit.Code, unit => new QuarterLights(quarter.Previous, table.StatesBefore(reference, unit, quarter).Values)),
            matrix.Progress,
            reference.Facts.IsDemo)
        {
            Rectifications = [.. lines.Where(line => line.Rectification.IsOpen).Select(line => new BulletinRectification(line.Unit, line.State))],
            Answers = [.. answers.Select(answer => new BulletinAnswer(answer.UnitCode, answer.IndicatorNumber, answer.Text))],
            GapOf = rating => matrix.CalculationOf!(rating).ToExpected,
        });
    }
}
