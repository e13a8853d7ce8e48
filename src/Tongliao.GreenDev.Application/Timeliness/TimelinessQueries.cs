using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Reads why reports are not there and how long each side takes to answer, from accounts and histories alone.</summary>
public sealed class TimelinessQueries(
    IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock, ReactionClocks clocks, IOptions<ReactionsOptions> options)
{
    /// <summary>Why reports are not complete. Five statements: reader, revision, values, people, reminders.</summary>
    /// <param name="caller">A reviewer of the city; a lead department sees the indicators it leads.</param>
    /// <param name="quarter">Null for the one people work on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">Not a reviewer of the city, or an unknown period.</exception>
    public async Task<HoldupReport> HoldupsAsync(Caller caller, Quarter? quarter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (actor, facts, period, indicators) = await ScopeAsync(db, caller, quarter, cancellationToken);
        var reports = await HeldReports.ReadAsync(db, facts, period, indicators, cancellationToken);
        var reminders = await RemindersAsync(db, period, cancellationToken);
        var progress = PeriodProgress.Of(
            period,
            facts.Plan.Units,
            indicators.Count,
            reports.Values.Select(value => new ValueProgress(value.UnitId, value.Status, value.FirstSubmittedAt, value.ChangedAt)),
            clock.DeadlinesOf(facts, period));
        return new HoldupReport(
            actor, facts, period, [.. progress.Units.Select(unit => new UnitHoldups(unit, reports.HoldupsOf(unit.Unit), reminders.GetValueOrDefault(unit.Unit.Id)))]);
    }

    /// <summary>How long each side takes. Three statements: reader, revision, histories.</summary>
    /// <inheritdoc cref="HoldupsAsync"/>
    public async Task<ReactionReport> ReactionsAsync(Caller caller, Quarter? quarter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (_, facts, period, indicators) = await ScopeAsync(db, caller, quarter, cancellationToken);
        return new ReactionReport(
            facts, period, [.. Times(facts, await HistoriesAsync(db, facts, period, indicators, cancellationToken))], options.Value.WorkingDays);
    }

    private async Task<(Actor Actor, PlanFacts Facts, ReportingPeriod Period, List<Indicator> Indicators)> ScopeAsync(
        GreenDevDbContext db, Caller caller, Quarter? quarter, CancellationToken cancellationToken)
    {
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        actor.Require(Act.ReviewForCity);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        return (
            actor,
            facts,
            quarter is { } asked ? facts.Period(asked) : facts.CurrentPeriod(),
            [.. facts.Plan.Indicators.Where(indicator => ReviewAccess.MayActOn(actor, indicator))]);
    }

    private IEnumerable<ReactionTimes> Times(PlanFacts facts, IReadOnlyList<ValueHistory> histories)
    {
        var reactions = histories
            .SelectMany(value => Reaction.Of(value.Entries).Select(reaction => (Value: value, Reaction: reaction)))
            .ToLookup(pair => OwnerOf(facts, pair.Value, pair.Reaction.Kind), pair => pair.Reaction);
        var measured = clocks.Of(facts);
        return reactions
            .OrderBy(side => side.Key.Kind == ReactionKind.CityReview).ThenBy(side => side.Key.Order).ThenBy(side => side.Key.Kind)
            .Select(side => ReactionTimes.Of(side.Key.Name, side.Key.Kind, [.. side], measured));
    }

    /// <summary>Whose it was to answer, by the roles of today.</summary>
    private static Owner OwnerOf(PlanFacts facts, ValueHistory value, ReactionKind kind)
    {
        if (kind == ReactionKind.CityReview)
        {
            var lead = facts.Department(value.Indicator.LeadDepartmentId);
            return new Owner(kind, lead.Order, lead.ShortName);
        }

        var unit = facts.Plan.Units.First(unit => unit.Id == value.UnitId);
        var role = kind == ReactionKind.Correct ? UserRole.Clerk : UserRole.CountyReviewer;
        return new Owner(kind, unit.Order, role.OfficeName(unit.ShortName));
    }

    private static async Task<Dictionary<int, DateTimeOffset?>> RemindersAsync(GreenDevDbContext db, ReportingPeriod period, CancellationToken cancellationToken) =>
        await db.Reminders.Where(reminder => reminder.PlanId == period.PlanId && reminder.Quarter == period.Quarter && reminder.UnitId != null)
            .GroupBy(reminder => reminder.UnitId!.Value)
            .Select(unit => new { unit.Key, At = unit.Max(reminder => reminder.Recorded.At) })
            .ToDictionaryAsync(unit => unit.Key, unit => (DateTimeOffset?)unit.At, cancellationToken);

    private static async Task<IReadOnlyList<ValueHistory>> HistoriesAsync(
        GreenDevDbContext db, PlanFacts facts, ReportingPeriod period, List<Indicator> indicators, CancellationToken cancellationToken)
    {
        var byId = indicators.ToDictionary(indicator => indicator.Id);
        var rows = await (
            from submission in db.Submissions.AsNoTracking()
            where submission.PlanId == facts.Plan.Id && submission.Quarter == period.Quarter
            from value in submission.Values
            where byId.Keys.Contains(value.IndicatorId)
            join revision in db.Revisions on value.Id equals revision.ValueId
            orderby revision.ValueId, revision.Version
            select new { submission.UnitId, value.IndicatorId, Entry = new ReactionEntry(revision.At, revision.Kind, revision.Status) })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.UnitId, row.IndicatorId))
                .Select(value => new ValueHistory(value.Key.UnitId, byId[value.Key.IndicatorId], [.. value.Select(row => row.Entry)])),
        ];
    }

    private sealed record ValueHistory(int UnitId, Indicator Indicator, IReadOnlyList<ReactionEntry> Entries);

    private sealed record Owner(ReactionKind Kind, int Order, string Name);
}
