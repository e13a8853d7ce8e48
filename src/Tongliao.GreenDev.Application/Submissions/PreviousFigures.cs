using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>What a unit had typed for the quarter before, whatever its status, by indicator id.</summary>
internal static class PreviousFigures
{
    public static async Task<Dictionary<int, ReportedFigure>> OfAsync(
        GreenDevDbContext db, int unitId, Quarter quarter, CancellationToken cancellationToken)
    {
        var before = quarter.Previous;
        return await (
            from submission in db.Submissions.AsNoTracking()
            where submission.UnitId == unitId && submission.Quarter == before
            from value in submission.Values
            where value.Status != SubmissionStatus.Empty
            select new { value.IndicatorId, Figure = new ReportedFigure(value.Inputs, value.NotApplicableReason, value.Status == SubmissionStatus.Accepted) })
            .ToDictionaryAsync(row => row.IndicatorId, row => row.Figure, cancellationToken);
    }
}
