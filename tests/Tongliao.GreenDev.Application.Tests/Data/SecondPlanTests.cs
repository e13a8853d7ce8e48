using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Data;

/// <summary>A second plan lies beside the one in use.</summary>
public sealed class SecondPlanTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Quarter First = new(2024, 1);

    private ServiceProvider services = null!;
    private GreenDevDbContext db = null!;
    private int secondId;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);
        db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var second = PlanFile.Load(Path.Combine(AppContext.BaseDirectory, "Plans", "another-plan.json"));
        db.Plans.Add(second);
        await db.SaveChangesAsync();
        secondId = second.Id;
        db.Periods.Add(ReportingPeriod.NotYetOpened(secondId, First));
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await services.DisposeAsync();
    }

    [Fact]
    public async Task Catalogue_ShowsTheFirstPlanWithItsOwnPeriods()
    {
        var facts = await services.GetRequiredService<PlanCatalogue>().FactsAsync(CancellationToken.None);

        Assert.Equal(2, await db.Periods.CountAsync(period => period.Quarter == First));
        Assert.NotEqual(secondId, facts.Plan.Id);
        Assert.Equal(8, facts.Periods.Count);
        Assert.All(facts.Periods, period => Assert.Equal(facts.Plan.Id, period.PlanId));
    }

    [Fact]
    public async Task Submission_OfAUnitOfTheOtherPlan_IsRefusedByTheDatabase()
    {
        var unitId = await db.Units.Where(unit => unit.Code == "150525").Select(unit => unit.Id).SingleAsync();
        db.Submissions.Add(Submission.Blank(secondId, unitId, First, []));

        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Equal("fk_submissions_reporting_units_plan_id_unit_id", Assert.IsType<PostgresException>(refusal.InnerException).ConstraintName);
    }
}
