using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Reads reports and histories.</summary>
public sealed class ReportQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <summary>A unit's report with its entries, also when nothing is there yet.</summary>
    /// <exception cref="RefusalException">Out of sight, or unknown.</exception>
    public async Task<UnitReport> ReportAsync(Caller caller, ReportKey report, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = new ReadScope(await Actor.LoadAsync(db, caller, cancellationToken), await catalogue.GetAsync(db, cancellationToken));
        return await ReportAsync(db, scope, report, indicatorNumber: null, cancellationToken);
    }

    /// <summary>One entry of a unit's report, for somebody whose rights were read a moment ago.</summary>
    /// <exception cref="RefusalException">Out of sight, or unknown.</exception>
    internal async Task<ReportEntry> EntryAsync(ReadScope scope, ValueKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await ReportAsync(db, scope, key.Report, key.IndicatorNumber, cancellationToken)).Entries[0];
    }

    private static async Task<UnitReport> ReportAsync(
        GreenDevDbContext db, ReadScope scope, ReportKey report, int? indicatorNumber, CancellationToken cancellationToken)
    {
        var (actor, current) = scope;
        var unit = ReportAccess.RequireReporting(actor, current, report.UnitCode);
        var reportingPeriod = current.Period(report.Quarter);
        var quarter = reportingPeriod.Quarter;
        var reference = current.InForce(quarter);
        var only = indicatorNumber is { } number ? reference.Indicator(number) : null;
        var indicatorId = only?.Id;
        var table = await FigureTable.ReadAsync(
            db,
            reference,
            [.. FigureTable.QuartersFor(reference, quarter).Union(ValueWarnings.ComparedQuarters(quarter))],
            reportingPeriod.State == PeriodState.Locked ? FigureBasis.Submitted : FigureBasis.Entered,
            unit.Id,
            indicatorId,
            cancellationToken);
        var values = await db.Submissions.AsNoTracking()
            .Where(submission => submission.UnitId == unit.Id && submission.Quarter == quarter)
            .SelectMany(submission => submission.Values)
            .Where(value => indicatorId == null || value.IndicatorId == indicatorId)
            .ToDictionaryAsync(value => value.IndicatorId, cancellationToken);
        IReadOnlyList<Indicator> shown = only is null ? reference.Plan.Indicators : [only];
        return new UnitReport(unit, reportingPeriod, [.. shown.Select(indicator =>
            Entry(indicator, quarter, values.GetValueOrDefault(indicator.Id) ?? ReportedValue.Blank(indicator.Id), table.CaseOf(reference, unit, indicator)))])
        {
            Reader = actor,
            Reference = reference,
        };
    }

    /// <summary>Every revision of one value, the latest first.</summary>
    /// <exception cref="RefusalException">Out of sight, or unknown.</exception>
    public async Task<IReadOnlyList<ValueRevision>> HistoryAsync(Caller caller, ValueKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, cancellationToken);
        var unit = ReportAccess.RequireReporting(actor, reference, key.UnitCode);
        var quarter = reference.Period(key.Quarter).Quarter;
        var indicator = reference.Indicator(key.IndicatorNumber);
        return await (
            from submission in db.Submissions
            where submission.UnitId == unit.Id && submission.Quarter == quarter
            from value in submission.Values
            where value.IndicatorId == indicator.Id
            join revision in db.Revisions on value.Id equals revision.ValueId
            orderby revision.Version descending
            select revision).AsNoTracking().ToListAsync(cancellationToken);
    }

    private static ReportEntry Entry(Indicator indicator, Quarter quarter, ReportedValue value, UnitCase known) => new(
        indicator,
        value.Statement,
        value.Status,
        value.Version,
        value.ReturnReason,
        value.ChangedAt,
        value.FirstSubmittedAt,
        known,
        RatingRules.RateUnit(indicator, quarter, known),
        FindingList.Of(indicator, quarter, value.ToFigure(), value.Statement.Explanations, known.Figures));
}
