using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Reads reports and histories.</summary>
public sealed class ReportQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <summary>A unit's report with its entries, also when nothing is there yet.</summary>
    /// <exception cref="RefusalException">Out of sight, or unknown.</exception>
    public async Task<UnitReport> ReportAsync(Caller caller, ReportKey report, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        return await ReportAsync(db, actor, await catalogue.GetAsync(db, caller, cancellationToken), report, indicatorNumber: null, cancellationToken);
    }

    /// <summary>One entry of a unit's report, for somebody whose rights were read a moment ago.</summary>
    /// <exception cref="RefusalException">Out of sight, or unknown.</exception>
    internal async Task<ReportEntry> EntryAsync(Actor actor, ReferenceData current, ValueKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await ReportAsync(db, actor, current, key.Report, key.IndicatorNumber, cancellationToken)).Entries[0];
    }

    private async Task<UnitReport> ReportAsync(
        GreenDevDbContext db, Actor actor, ReferenceData current, ReportKey report, int? indicatorNumber, CancellationToken cancellationToken)
    {
        var unit = ReportAccess.RequireReporting(actor, current.Facts, report.UnitCode);
        var reportingPeriod = current.Facts.For(unit, clock.Today).Period(report.Quarter);
        var quarter = reportingPeriod.Quarter;
        var reference = current.InForce(quarter);
        var only = indicatorNumber is { } number ? reference.Facts.Indicator(number) : null;
        var indicatorId = only?.Id;
        var table = await FigureTable.ReadAsync(
            db,
            reference.Facts,
            FigureTable.QuartersForChecks(reference.Facts.Plan, quarter),
            reportingPeriod.State == PeriodState.Locked ? FigureBasis.Submitted : FigureBasis.Entered,
            unit.Id,
            only is null ? null : FigureTable.OnlyFor(only),
            cancellationToken);
        var values = await db.Submissions.AsNoTracking()
            .Where(submission => submission.UnitId == unit.Id && submission.Quarter == quarter)
            .SelectMany(submission => submission.Values)
            .Where(value => indicatorId == null || value.IndicatorId == indicatorId)
            .Select(value => new TrailedValue(
                value,
                new ValueTrail(
                    db.Revisions.FirstOrDefault(last => last.ValueId == value.Id && last.Version == value.Version),
                    db.Openings.FirstOrDefault(opening => opening.ValueId == value.Id && opening.Version == value.Version),
                    db.Revisions.Where(past => past.ValueId == value.Id && value.ReturnReason != null
                            && (past.Kind == RevisionKind.Return || past.Kind == RevisionKind.Reopen))
                        .OrderByDescending(past => past.Version).FirstOrDefault(),
                    db.Revisions.Where(past => past.ValueId == value.Id && value.ReturnReason != null && past.Kind == RevisionKind.Submit
                            && !db.Revisions.Any(later => later.ValueId == value.Id && later.Version > past.Version
                                && (later.Kind == RevisionKind.Return || later.Kind == RevisionKind.Reopen || later.Kind == RevisionKind.Withdraw)))
                        .OrderByDescending(past => past.Version).FirstOrDefault()),
                StandingEvidence.In(db).Where(file => file.ValueId == value.Id).OrderBy(file => file.Id).ToList()))
            .ToDictionaryAsync(row => row.Value.IndicatorId, cancellationToken);
        IReadOnlyList<Indicator> shown = only is null ? reference.Facts.Plan.Indicators : [only];
        return new UnitReport(unit, reportingPeriod, [.. shown.Select(indicator =>
            Entry(indicator, quarter, values.GetValueOrDefault(indicator.Id) ?? TrailedValue.Blank(indicator), table.CheckContextOf(reference, unit, indicator, quarter)))])
        {
            Reader = actor,
            Facts = reference.Facts,
            StatesBefore = only is null ? table.StatesBefore(current, unit, quarter) : new Dictionary<int, RagStatus>(),
        };
    }

    /// <summary>Every revision of one value, the latest first.</summary>
    /// <exception cref="RefusalException">Out of sight, or unknown.</exception>
    public async Task<IReadOnlyList<ValueRevision>> HistoryAsync(Caller caller, ValueKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        var unit = ReportAccess.RequireReporting(actor, facts, key.UnitCode);
        var quarter = facts.Period(key.Quarter).Quarter;
        var indicator = facts.Indicator(key.IndicatorNumber);
        return await (
            from submission in db.Submissions
            where submission.UnitId == unit.Id && submission.Quarter == quarter
            from value in submission.Values
            where value.IndicatorId == indicator.Id
            join revision in db.Revisions on value.Id equals revision.ValueId
            orderby revision.Version descending
            select revision).AsNoTracking().ToListAsync(cancellationToken);
    }

    private static ReportEntry Entry(Indicator indicator, Quarter quarter, TrailedValue trailed, CheckContext context) =>
        Entry(indicator, quarter, trailed.Value, context with { LacksEvidence = trailed.Evidence.Count == 0 }) with { Trail = trailed.Trail, Evidence = trailed.Evidence };

    private static ReportEntry Entry(Indicator indicator, Quarter quarter, ReportedValue value, CheckContext context) => new(
        indicator,
        value.Statement,
        value.Status,
        value.Version,
        value.ReturnReason,
        value.ChangedAt,
        value.FirstSubmittedAt,
        context.Case,
        RatingRules.RateUnit(indicator, quarter, context.Case),
        FindingList.Of(quarter, value.ToFigure(), value.Statement.Explanations, context));

    private sealed record TrailedValue(ReportedValue Value, ValueTrail Trail, IReadOnlyList<EvidenceFile> Evidence)
    {
        public static TrailedValue Blank(Indicator indicator) => new(ReportedValue.Blank(indicator.Id), ValueTrail.None, []);
    }
}
