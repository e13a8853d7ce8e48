using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Records that a reviewer has before them what waits for their decision: from then on the clerk cannot withdraw it.</summary>
public sealed class ReviewOpenings(IDbContextFactory<GreenDevDbContext> contexts, TimeProvider time)
{
    /// <summary>
    /// Records the versions of a report that its reader was shown and could decide on. One statement, and none where all were opened
    /// before or the reader reviews nothing there.
    /// </summary>
    /// <param name="report">As it was read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RecordAsync(UnitReport report, CancellationToken cancellationToken)
    {
        var waiting = Waiting(report).ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        var (ids, versions) = (waiting.ConvertAll(revision => revision.ValueId), waiting.ConvertAll(revision => revision.Version));
        var (userId, name, now) = (report.Reader.UserId, report.Reader.Signature, time.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO value_openings (value_id, version, by_id, by_name, at)
            SELECT shown.value_id, shown.version, {userId}, {name}, {now} FROM unnest({ids}, {versions}) AS shown (value_id, version)
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
    }

    private static IEnumerable<ValueRevision> Waiting(UnitReport report)
    {
        var reader = report.Reader;
        ValueStatus? waits =
            !report.Period.AcceptsReview ? null
            : reader.May(Act.ReviewForCity) ? ValueStatus.CityReview
            : reader.May(Act.ReviewForCounty) && reader.UnitId == report.Unit.Id ? ValueStatus.CountyReview
            : null;
        return report.Entries
            .Where(entry => entry.Status == waits && ReviewAccess.MayActOn(reader, entry.Indicator) && entry.Trail.Opening is null)
            .Select(entry => entry.Trail.Last)
            .OfType<ValueRevision>();
    }
}
