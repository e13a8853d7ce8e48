using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>A file of evidence with the value that it stands beside.</summary>
internal sealed record LocatedEvidence(EvidenceFile File, ReportingUnit Unit, Quarter Quarter, Indicator Indicator)
{
    public ValueKey Key => new(Unit.Code, Quarter, Indicator.Number);

    /// <exception cref="RefusalException">Forbidden for a role that reads no values; NotFound alike for what is not there and what is out of sight.</exception>
    public static async Task<LocatedEvidence> RequireAsync(GreenDevDbContext db, Actor actor, PlanFacts facts, long id, CancellationToken cancellationToken) =>
        await FindAsync(db, actor, facts, id, cancellationToken) ?? throw NotFound();

    public static RefusalException NotFound() => RefusalException.NotFound("没有这份佐证材料，或不在您的查看范围内。");

    /// <summary>Null for what is out of sight, is not there, or does not stand beside a value.</summary>
    public static async Task<LocatedEvidence?> FindAsync(GreenDevDbContext db, Actor actor, PlanFacts facts, long id, CancellationToken cancellationToken)
    {
        actor.Require(Act.ReadValues);
        var row = await (
            from file in db.EvidenceFiles.AsNoTracking()
            where file.Id == id
            join value in db.Values on file.ValueId equals (long?)value.Id
            join submission in db.Submissions on value.SubmissionId equals submission.Id
            where submission.PlanId == facts.Plan.Id
            select new { file, value.IndicatorId, submission.UnitId, submission.Quarter }).SingleOrDefaultAsync(cancellationToken);
        return row is not null && facts.Plan.Units.Single(unit => unit.Id == row.UnitId) is var owner && actor.MayReadUnit(owner)
            ? new LocatedEvidence(row.file, owner, row.Quarter, facts.Plan.Indicators.Single(indicator => indicator.Id == row.IndicatorId))
            : null;
    }
}
