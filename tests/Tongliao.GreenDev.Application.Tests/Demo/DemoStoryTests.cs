using Microsoft.Extensions.Time.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Demo;

/// <summary>The demo data is one story that holds together, on whatever day it is loaded.</summary>
public sealed class DemoStoryTests(PostgresFixture postgres)
{
    /// <summary>Indicators whose denominators are one quantity of the unit.</summary>
    private static readonly int[][] Shared = [[1, 4], [2, 3], [5, 7], [18, 19, 21]];

    [Theory]
    [InlineData("2026-01-12")]
    [InlineData("2026-01-09")]
    [InlineData("2026-11-27")]
    [InlineData("2025-08-20")]
    [InlineData("2024-04-10")]
    public async Task Dates_OnWhateverDayItIsLoaded_FollowOneAnotherUpToThatDay(string day)
    {
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var now = new DateTimeOffset(today, new TimeOnly(1, 0), TimeSpan.Zero);
        await using var services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), new FakeTimeProvider(now));
        Assert.True(await services.GetRequiredService<DemoSeeder>().SeedOnceAsync(CancellationToken.None));
        await using var db = await ContextAsync(services);
        var periods = (await db.Periods.ToListAsync()).ToDictionary(period => period.Quarter);

        var open = Assert.Single(periods.Values, period => period.AcceptsEntry);
        Assert.InRange(open.DueOn!.Value, today.AddDays(10), DateOnly.MaxValue);
        Assert.All(periods.Values, period => AssertInOrder(now, period.OpenedAt, period.ClosedAt, period.LockedAt));
        var acts = await db.AuditEvents.Where(audit => audit.Kind == AuditKinds.PeriodChanged).OrderBy(audit => audit.Id).ToListAsync();
        Assert.All(periods.Values, period => Assert.Equal(
            new[] { period.OpenedAt, period.ClosedAt, period.LockedAt }.OfType<DateTimeOffset>(),
            acts.Where(act => act.Subject == $"period {period.Quarter}" && ReasonOf(act) is null).Select(act => act.At)));
        Assert.All(periods.Values, period => Assert.Equal(period.Schedule is not null, acts.Exists(act => act.Subject == $"period {period.Quarter}" && ReasonOf(act) is not null)));
        Assert.True(open.Schedule!.ClosesOn > open.DueOn);
        var values = await HistoriesAsync(db);
        Assert.NotEmpty(values);
        Assert.All(values, value => AssertHistory(value, periods[value.Quarter], now));
    }

    [Fact]
    public async Task SharedQuantities_AreEqualAcrossIndicators()
    {
        await using var services = await DemoAsync();
        await using var db = await ContextAsync(services);
        var inputs = (await InputsAsync(db)).Where(value => value.Quarter != Quarter.Parse("2025Q4") || value.Indicator != 6).ToList();
        var compared = 0;
        foreach (var report in inputs.GroupBy(value => (value.Unit, value.Quarter)))
        {
            var byNumber = report.ToDictionary(value => value.Indicator, value => value.Inputs);
            foreach (var group in Shared)
            {
                var numbers = group.Where(byNumber.ContainsKey).Select(number => byNumber[number].Denominator).ToList();
                Assert.True(numbers.Distinct().Count() <= 1, $"{report.Key}: {string.Join(", ", group)} say {string.Join(", ", numbers)}");
                compared += numbers.Count > 1 ? 1 : 0;
            }

            if (byNumber.TryGetValue(9, out var reused) && byNumber.TryGetValue(10, out var treated))
            {
                Assert.Equal(treated.Numerator, reused.Denominator);
            }

            if (byNumber.TryGetValue(17, out var civil) && byNumber.TryGetValue(18, out var all))
            {
                Assert.True(civil.Denominator <= all.Denominator);
            }
        }

        Assert.True(compared > 200);
    }

    [Fact]
    public async Task Demo_HoldsEachKindOfStateStepAndLateness()
    {
        await using var services = await DemoAsync();
        await using var db = await ContextAsync(services);
        var facts = await services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None);
        var clock = services.GetRequiredService<OfficeClock>();
        var values = await (
            from submission in db.Submissions
            from value in submission.Values
            select new { submission.Quarter, Progress = new ValueProgress(submission.UnitId, value.Status, value.FirstSubmittedAt, value.ChangedAt) })
            .ToListAsync();

        var punctuality = facts.Periods.SelectMany(period => PeriodProgress.Of(
            period,
            facts.Plan.Units,
            facts.Plan.Indicators.Count,
            values.Where(value => value.Quarter == period.Quarter).Select(value => value.Progress),
            clock.DeadlinesOf(facts, period)).Units.Select(unit => unit.Punctuality));

        Assert.Equal(Enum.GetValues<Punctuality>(), punctuality.Distinct().Order());
        Assert.Equal(Enum.GetValues<ValueStatus>(), values.Select(value => value.Progress.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<PeriodState>(), facts.Periods.Select(period => period.State).Distinct().Order());
        var kinds = await db.Revisions.Select(revision => revision.Kind).Distinct().ToListAsync();
        Assert.Equal(Enum.GetValues<RevisionKind>(), kinds.Order());
        Assert.Contains(await HistoriesAsync(db), history => history.Steps.Exists(step => step.Kind == RevisionKind.Return) && history.Steps[^1].Status == ValueStatus.Accepted);
    }

    /// <summary>Why a schedule was made; null for any other act.</summary>
    private static string? ReasonOf(AuditEvent act) => AuditJson.Read<AuditedPeriod>(act.After!).PlanReason;

    private static void AssertInOrder(DateTimeOffset now, params DateTimeOffset?[] instants)
    {
        var known = instants.OfType<DateTimeOffset>().ToList();
        Assert.Equal(known.Order(), known);
        Assert.All(known, instant => Assert.True(instant <= now, $"{instant} lies ahead of {now}"));
    }

    private static void AssertHistory(History value, ReportingPeriod period, DateTimeOffset now)
    {
        AssertInOrder(now, [period.OpenedAt, .. value.Steps.Select(step => (DateTimeOffset?)step.At)]);

        // Only a correction comes after the lock.
        Assert.All(value.Steps.Where(step => step.Kind != RevisionKind.Correct), step => Assert.True(period.LockedAt is null || step.At <= period.LockedAt));
        var typed = value.Steps.Where(step => step.Kind is RevisionKind.Save or RevisionKind.Submit);
        Assert.All(typed, step => Assert.True(period.ClosedAt is null || step.At <= period.ClosedAt, $"{value.Quarter}: {step.Kind} at {step.At} after the end of reporting"));
        Assert.All(value.Steps, step => Assert.True(step.PersonCreatedAt <= step.At));
    }

    private static async Task<List<History>> HistoriesAsync(GreenDevDbContext db)
    {
        var rows = await (
            from submission in db.Submissions
            from value in submission.Values
            join revision in db.Revisions on value.Id equals revision.ValueId
            join person in db.Users on revision.ById equals person.Id
            orderby revision.Version
            select new { submission.Quarter, value.Id, Step = new Step(revision.Kind, revision.Status, revision.At, person.CreatedAt) }).ToListAsync();
        return [.. rows.GroupBy(row => (row.Id, row.Quarter)).Select(rows => new History(rows.Key.Quarter, [.. rows.Select(row => row.Step)]))];
    }

    private static async Task<List<(string Unit, Quarter Quarter, int Indicator, ReportedInputs Inputs)>> InputsAsync(GreenDevDbContext db)
    {
        var rows = await (
            from submission in db.Submissions
            join unit in db.Units on submission.UnitId equals unit.Id
            from value in submission.Values
            join indicator in db.Indicators on value.IndicatorId equals indicator.Id
            select new { unit.Code, submission.Quarter, indicator.Number, value.Statement.Inputs }).ToListAsync();
        return [.. rows.Where(row => row.Inputs.Denominator is not null).Select(row => (row.Code, row.Quarter, row.Number, row.Inputs))];
    }

    private async Task<ServiceProvider> DemoAsync() =>
        PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), new FakeTimeProvider(PostgresFixture.DemoNow));

    private static Task<GreenDevDbContext> ContextAsync(IServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();

    private sealed record Step(RevisionKind Kind, ValueStatus Status, DateTimeOffset At, DateTimeOffset PersonCreatedAt);

    private sealed record History(Quarter Quarter, List<Step> Steps);
}
