using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Demo;

public sealed class DemoSeederTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Now = PostgresFixture.DemoNow;

    [Fact]
    public async Task SeedOnce_EmptyInstallation_ShowsEveryLightAndEveryStatus()
    {
        await using var services = await SeededAsync();
        var bureau = await CallerAsync(services, "zhujian");
        var facts = await services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None);
        Assert.True(facts.IsDemo);

        var states = new Dictionary<RagStatus, int>();
        foreach (var period in facts.Periods)
        {
            var matrix = await services.GetRequiredService<RatingQueries>()
                .MatrixAsync(bureau, period.Quarter, FigureBasis.Submitted, CancellationToken.None);
            foreach (var rating in matrix.Ratings.Values)
            {
                states[rating.State] = states.GetValueOrDefault(rating.State) + 1;
            }

            TestContext.Current.SendDiagnosticMessage($"{period.Quarter} city: {string.Join(' ', facts.Plan.Indicators.Select(i => matrix[i, facts.Plan.City].State.Mark()))}");
        }

        // 认可偏差 is nobody's demo: it comes of a decision alone.
        Assert.Equal(Enum.GetValues<RagStatus>().Except([RagStatus.Accepted]).Order(), states.Keys.Order());
        await using var db = await ContextAsync(services);
        Assert.Equal(9 * 21 * 8, await db.Values.CountAsync());
        Assert.Equal(
            Enum.GetValues<ValueStatus>().Order(),
            (await db.Values.Select(value => value.Status).Distinct().ToListAsync()).Order());
        Assert.Equal(Enum.GetValues<UserRole>().Order(), (await db.Users.Select(user => user.Role).Distinct().ToListAsync()).Order());
    }

    [Fact]
    public async Task SeedOnce_TwoInstallations_AreAlike()
    {
        await using var first = await SeededAsync();
        await using var second = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), new FakeTimeProvider(Now));
        Assert.True(await second.GetRequiredService<DemoSeeder>().SeedOnceAsync(CancellationToken.None));

        Assert.Equal(await FiguresAsync(first), await FiguresAsync(second));
    }

    [Fact]
    public async Task SeedOnce_SecondTime_ChangesNothing()
    {
        await using var services = await SeededAsync();

        Assert.False(await services.GetRequiredService<DemoSeeder>().SeedOnceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task SeedOnce_RealDataThere_IsRefused()
    {
        await using var services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), new FakeTimeProvider(Now));
        await TestPeople.AddAsync(services, UserRole.Bureau);

        var refusal = await Assert.ThrowsAsync<RefusalException>(
            () => services.GetRequiredService<DemoSeeder>().SeedOnceAsync(CancellationToken.None));

        Assert.Equal("has_data", refusal.Code);
    }

    [Fact]
    public async Task SeedOnce_AdministratorNeverUsed_IsReplacedAndAudited()
    {
        await using var services = await WithAdministratorAsync();

        Assert.True(await services.GetRequiredService<DemoSeeder>().SeedOnceAsync(CancellationToken.None));

        await using var db = await ContextAsync(services);
        Assert.True(await db.Users.Where(user => user.UserName == "admin").Select(user => user.IsDemo).SingleAsync());
        var removed = await db.AuditEvents.SingleAsync(audit => audit.Kind == AuditKinds.UserRemoved);
        Assert.Equal("user admin", removed.Subject);
        Assert.Contains("系统管理员", removed.Before, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("signed in")]
    [InlineData("changed the password")]
    [InlineData("holds a token")]
    public async Task SeedOnce_AdministratorInUse_IsRefusedAndKept(string use)
    {
        await using var services = await WithAdministratorAsync();
        await using (var db = await ContextAsync(services))
        {
            var administrator = await db.Users.SingleAsync();
            administrator.LastSignInAt = use == "signed in" ? Now : null;
            administrator.MustChangePassword = use != "changed the password";
            await db.SaveChangesAsync();
        }

        if (use == "holds a token")
        {
            await services.GetRequiredService<TokenService>().CreateAsSystemAsync("admin", name: null, days: null, CancellationToken.None);
        }

        var refusal = await Assert.ThrowsAsync<RefusalException>(
            () => services.GetRequiredService<DemoSeeder>().SeedOnceAsync(CancellationToken.None));

        Assert.Equal("has_data", refusal.Code);
        await using var after = await ContextAsync(services);
        Assert.False(await after.Users.Select(user => user.IsDemo).SingleAsync());
    }

    private async Task<ServiceProvider> WithAdministratorAsync()
    {
        var services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), new FakeTimeProvider(Now));
        Assert.NotNull(await services.GetRequiredService<FirstAdministratorService>().EnsureAsync(password: null, CancellationToken.None));
        return services;
    }

    private async Task<ServiceProvider> SeededAsync() =>
        PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), new FakeTimeProvider(Now));

    private static async Task<List<string>> FiguresAsync(IServiceProvider services)
    {
        await using var db = await ContextAsync(services);
        return await (
            from submission in db.Submissions
            join unit in db.Units on submission.UnitId equals unit.Id
            from value in submission.Values
            join indicator in db.Indicators on value.IndicatorId equals indicator.Id
            orderby submission.Quarter, unit.Code, indicator.Number
            select $"{submission.Quarter} {unit.Code} {indicator.Number} {value.Status} {value.Statement.Inputs.Numerator} {value.Statement.Inputs.Denominator} {value.Statement.Inputs.Amount} {value.Statement.Inputs.Billed}")
            .ToListAsync();
    }

    private static async Task<Caller> CallerAsync(IServiceProvider services, string userName)
    {
        await using var db = await ContextAsync(services);
        return new Caller(await db.Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync(), "");
    }

    private static Task<GreenDevDbContext> ContextAsync(IServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
