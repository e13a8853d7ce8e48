using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>Reads what awaits a person, by role. At most five statements: person, revision, and three of the role's own.</summary>
public sealed class WorkbenchQueries(
    IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, ReviewQueries reviews, RatingQueries ratings, AdministrationQueries administration)
{
    /// <exception cref="RefusalException">The account is gone or disabled.</exception>
    public async Task<WorkbenchContent> ReadAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, cancellationToken);
        var current = reference.Facts.CurrentPeriod();
        var content = new WorkbenchContent
        {
            Actor = actor,
            Facts = reference.Facts,
            Period = current.OpenedAt is null ? null : current,
        };
        return actor.Role switch
        {
            UserRole.Admin => content with { Administration = await administration.ReadAsync(db, actor, reference, cancellationToken) },
            UserRole.Auditor => content,
            UserRole.Clerk or UserRole.CountyReviewer or UserRole.DepartmentReviewer or UserRole.Bureau or UserRole.Leader =>
                content.Period is null ? content : await WithReportsAsync(db, content, reference, current, cancellationToken),
        };
    }

    private async Task<WorkbenchContent> WithReportsAsync(
        GreenDevDbContext db, WorkbenchContent content, ReferenceData reference, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var (actor, facts) = (content.Actor, content.Facts);
        content = content with { Progress = await reviews.ProgressAsync(db, actor, facts, period, cancellationToken) };
        return actor.Role switch
        {
            UserRole.Clerk => content with { Returned = await ReturnedAsync(db, content, cancellationToken) },
            UserRole.CountyReviewer or UserRole.DepartmentReviewer or UserRole.Bureau =>
                content with { Waiting = await WaitingQueries.ReadAsync(db, actor.UserId, actor.Role, cancellationToken) },
            UserRole.Leader => content with
            {
                Matrix = await ratings.MatrixAsync(
                    db, reference, await RatingQueries.LastJudgedAsync(db, facts, cancellationToken), FigureBasis.Submitted, facts.Plan.Regions.All, cancellationToken),
            },
            UserRole.Admin or UserRole.Auditor => content,
        };
    }

    private static async Task<IReadOnlyList<ReturnedValue>> ReturnedAsync(
        GreenDevDbContext db, WorkbenchContent content, CancellationToken cancellationToken)
    {
        var rows = await (
            from submission in db.Submissions.AsNoTracking()
            where submission.UnitId == content.Actor.UnitId
            from value in submission.Values
            where value.Status == ValueStatus.Returned
            select new { submission.Quarter, value.IndicatorId, value.ReturnReason })
            .ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               join indicator in content.Facts.Plan.Indicators on row.IndicatorId equals indicator.Id
               orderby row.Quarter descending, indicator.Number
               select new ReturnedValue(row.Quarter, indicator, row.ReturnReason ?? ""),
        ];
    }
}
