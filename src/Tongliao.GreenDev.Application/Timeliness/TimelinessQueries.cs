using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Reads why reports are not there and how long each side takes to answer, from accounts and histories alone.</summary>
public sealed class TimelinessQueries(
    IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock, IOptions<ReactionsOptions> options)
{
    /// <summary>Six statements: reader, revision, values, people, histories, reminders.</summary>
    /// <param name="caller">A reviewer of the city; a lead department sees the indicators it leads.</param>
    /// <param name="quarter">Null for the one people work on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">Not a reviewer of the city, or an unknown period.</exception>
    public async Task<TimelinessReport> ReadAsync(Caller caller, Quarter? quarter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        actor.Require(Act.ReviewForCity);
        var facts = await catalogue.FactsAsync(db, cancellationToken);
        var period = quarter is { } asked ? facts.Period(asked) : facts.CurrentPeriod();
        var indicators = facts.Plan.Indicators.Where(indicator => !actor.Role.IsDepartment() || indicator.LeadDepartmentId == actor.DepartmentId).ToList();
        var reports = await HeldReports.ReadAsync(db, facts, period, indicators, cancellationToken);
        var histories = await HistoriesAsync(db, reports.Values, cancellationToken);
        var reminders = await RemindersAsync(db, period, cancellationToken);
        var progress = PeriodProgress.Of(
            period,
            facts.Plan.Units,
            indicators.Count,
            reports.Values.Select(value => new ValueProgress(value.UnitId, value.Status, value.FirstSubmittedAt, value.ChangedAt)),
            clock.DeadlineOf(period));
        return new TimelinessReport(
            facts,
            period,
            [.. progress.Units.Select(unit => new UnitHoldups(unit, reports.HoldupsOf(unit.Unit), reminders.GetValueOrDefault(unit.Unit.Id)))],
            [.. Times(facts, reports.Values, histories)],
            options.Value.WorkingDays);
    }

    /// <summary>By when what was asked at a moment is to be answered.</summary>
    public DateOnly DueOn(PlanFacts facts, DateTimeOffset asked) => ClockOf(facts).DueOn(asked);

    private ReactionClock ClockOf(PlanFacts facts) =>
        new(facts.Calendar, options.Value.WorkingDays, clock.Today, instant => clock.Local(instant).DateTime);

    private IEnumerable<ReactionTimes> Times(PlanFacts facts, IReadOnlyList<HeldRow> values, ILookup<long, ReactionEntry> histories)
    {
        var reactions = values
            .SelectMany(value => Reaction.Of([.. histories[value.Id]]).Select(reaction => (Value: value, Reaction: reaction)))
            .ToLookup(pair => OwnerOf(facts, pair.Value, pair.Reaction.Kind), pair => pair.Reaction);
        var measured = ClockOf(facts);
        return reactions
            .OrderBy(side => side.Key.Kind == ReactionKind.CityReview).ThenBy(side => side.Key.Order).ThenBy(side => side.Key.Kind)
            .Select(side => ReactionTimes.Of(side.Key.Name, side.Key.Kind, [.. side], measured));
    }

    /// <summary>Whose it was to answer, by the roles of today.</summary>
    private static Owner OwnerOf(PlanFacts facts, HeldRow value, ReactionKind kind)
    {
        if (kind == ReactionKind.CityReview)
        {
            var lead = facts.Department(facts.Indicator(value.Number).LeadDepartmentId);
            return new Owner(kind, lead.Order, lead.ShortName);
        }

        var unit = facts.Plan.Units.First(unit => unit.Id == value.UnitId);
        var role = kind == ReactionKind.Correct ? UserRole.Clerk : UserRole.CountyReviewer;
        return new Owner(kind, unit.Order, role.OfficeName(unit.ShortName));
    }

    private static async Task<Dictionary<int, DateTimeOffset?>> RemindersAsync(GreenDevDbContext db, ReportingPeriod period, CancellationToken cancellationToken) =>
        await db.Reminders.Where(reminder => reminder.PlanId == period.PlanId && reminder.Quarter == period.Quarter)
            .GroupBy(reminder => reminder.UnitId)
            .Select(unit => new { unit.Key, At = unit.Max(reminder => reminder.Recorded.At) })
            .ToDictionaryAsync(unit => unit.Key, unit => (DateTimeOffset?)unit.At, cancellationToken);

    private static async Task<ILookup<long, ReactionEntry>> HistoriesAsync(
        GreenDevDbContext db, IReadOnlyList<HeldRow> values, CancellationToken cancellationToken)
    {
        var ids = values.Select(value => value.Id).ToList();
        return (await db.Revisions.AsNoTracking()
            .Where(revision => ids.Contains(revision.ValueId))
            .OrderBy(revision => revision.ValueId).ThenBy(revision => revision.Version)
            .Select(revision => new { revision.ValueId, Entry = new ReactionEntry(revision.At, revision.Kind, revision.Status) })
            .ToListAsync(cancellationToken)).ToLookup(row => row.ValueId, row => row.Entry);
    }

    private sealed record Owner(ReactionKind Kind, int Order, string Name);
}
