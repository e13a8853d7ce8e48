using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Explanations;

/// <summary>Says of all values of a quarter where they come from (数据来源), to whoever may see them.</summary>
public sealed class ProvenanceQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <summary>Unit by unit in official order, of each in that of the indicators. Four statements: reader, revision, figures, histories.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="quarter">When.</param>
    /// <param name="basis">口径.</param>
    /// <param name="release">发布版本 as issued; null for what holds.</param>
    /// <param name="asOf">截至; null for now.</param>
    /// <param name="cancellationToken">When nobody waits any more.</param>
    /// <exception cref="RefusalException">A role that reads no values, an unknown period, or no such release.</exception>
    public async Task<IReadOnlyList<ProvenanceLine>> ReadAsync(
        Caller caller, Quarter quarter, FigureBasis basis, int? release, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = (await catalogue.GetAsync(db, caller, cancellationToken)).SeenAt(asOf);
        actor.Require(Act.ReadValues);
        var facts = reference.Facts;
        var period = facts.Period(quarter);
        var inForce = release is null ? reference.InForce(quarter) : reference.InForceOf(
            facts.Releases.FirstOrDefault(issued => issued.Quarter == quarter && issued.Number == release)
            ?? throw RefusalException.NotFound($"{quarter.ChineseName}没有第{release}版。"));
        var table = await FigureTable.ReadAsync(
            db, facts, FigureTable.QuartersFor(facts.Plan, quarter), basis, unitId: null, indicatorId: null, cancellationToken);
        List<ReportingUnit> readable = [.. RatingQueries.Visible(actor, facts.Plan)];
        var trails = await TrailsAsync(db, inForce.Known, period, [.. readable.Where(unit => unit.Reports).Select(unit => unit.Id)], basis, cancellationToken);
        return
        [
            .. from unit in readable
               where unit.Reports
               from indicator in inForce.Facts.Plan.Indicators
               let trail = trails.GetValueOrDefault((unit.Id, indicator.Id))
               let rating = table.Rate(inForce, unit, indicator, quarter, readable)
               select new ProvenanceLine(
                   unit,
                   rating,
                   table.FiguresOf(unit, indicator, inForce.Known).GetValueOrDefault(quarter),
                   trail?.Steps ?? [],
                   trail?.Corrections ?? 0,
                   AccountTarget.Of(rating, inForce),
                   RuleOf(inForce, indicator, quarter)),
        ];
    }

    private static async Task<Dictionary<(int Unit, int Indicator), AccountTrail>> TrailsAsync(
        GreenDevDbContext db, Known known, ReportingPeriod period, IReadOnlyList<int> units, FigureBasis basis, CancellationToken cancellationToken)
    {
        var rows = await (
            from submission in db.Submissions
            where submission.PlanId == period.PlanId && submission.Quarter == period.Quarter && units.Contains(submission.UnitId)
            from value in submission.Values
            join revision in db.Revisions on value.Id equals revision.ValueId
            select new { submission.UnitId, value.IndicatorId, Revision = revision }).AsNoTracking().ToListAsync(cancellationToken);
        return rows.Where(row => known.Includes(row.Revision.At, row.Revision.Kind == RevisionKind.Correct))
            .GroupBy(row => (row.UnitId, row.IndicatorId))
            .Select(history => (history.Key, Trail: AccountTrail.Of([.. history.Select(row => row.Revision).OrderBy(revision => revision.Version)], basis)))
            .Where(found => found.Trail is not null)
            .ToDictionary(found => found.Key, found => found.Trail!);
    }

    private static string RuleOf(ReferenceData inForce, Indicator indicator, Quarter quarter) =>
        IndicatorAmendment.InForce(inForce.Recorded.Amendments.Where(amendment => amendment.IndicatorId == indicator.Id), quarter.LastDay).LastOrDefault() is { } amendment
            ? string.Create(CultureInfo.InvariantCulture, $"第{amendment.Version}次调整（{amendment.Decision.Document}，{amendment.Decision.EffectiveFrom:yyyy-MM-dd}起）")
            : "方案公布";
}
