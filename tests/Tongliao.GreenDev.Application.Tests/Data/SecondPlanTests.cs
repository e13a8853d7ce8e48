using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Data;

/// <summary>A second plan lies beside the one in use, with the same units, departments and numbers.</summary>
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
        var second = PlanFile.LoadBuiltIn() with { Key = "second" };
        await services.GetRequiredService<WriteTransaction>().RunAsSystemAsync(
            async scope =>
            {
                await PlanStore.AddAsync(scope, second);
                return true;
            },
            CancellationToken.None);
        secondId = second.Id;
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await services.DisposeAsync();
    }

    [Fact]
    public async Task Catalogue_ShowsTheFirstPlanWithItsOwnPeriods()
    {
        var facts = await services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None);

        Assert.Equal(2, await db.Periods.CountAsync(period => period.Quarter == First));
        Assert.NotEqual(secondId, facts.Plan.Id);
        Assert.Equal(facts.Plan.Departments.Count * 2, await db.Departments.CountAsync());
        Assert.Equal(facts.Plan.Departments.Count, facts.Plan.Departments.Select(department => department.Id).Distinct().Count());
        Assert.Equal(8, facts.Periods.Count);
        Assert.All(facts.Periods, period => Assert.Equal(facts.Plan.Id, period.PlanId));
    }

    [Fact]
    public async Task Person_OfADepartmentOfBothPlans_IsInThatOfThePlanInUse()
    {
        var admin = await TestPeople.AddAsync(services, UserRole.Admin);
        var created = await services.GetRequiredService<UserService>().CreateAsync(
            admin, new NewUser("reviewer", "李四海", new Office(UserRole.DepartmentReviewer, UnitCode: null, "shengtai")), CancellationToken.None);

        var reader = await services.GetRequiredService<ReadScopeQueries>().ReadAsync(new Caller(created.Id, ""), CancellationToken.None);

        Assert.Equal("市生态环境局", reader.Actor.DepartmentName);
        Assert.NotEqual(secondId, await db.Users.Where(user => user.Id == created.Id).Select(user => user.DepartmentPlanId).SingleAsync());
    }

    [Fact]
    public async Task Person_OfADepartmentOfNoPlan_IsRefusedByTheDatabase()
    {
        var reviewer = await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shengtai");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => db.Users.Where(user => user.Id == reviewer.UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DepartmentPlanId, (int?)null)));

        Assert.Equal("ck_users_department", refusal.ConstraintName);
    }

    [Fact]
    public async Task Submission_OfAUnitOfTheOtherPlan_IsRefusedByTheDatabase()
    {
        var unitId = await db.Units.Where(unit => unit.Code == "150525" && EF.Property<int>(unit, "PlanId") != secondId).Select(unit => unit.Id).SingleAsync();
        db.Submissions.Add(Submission.Blank(secondId, unitId, First, []));

        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Equal("fk_submissions_reporting_units_plan_id_unit_id", Assert.IsType<PostgresException>(refusal.InnerException).ConstraintName);
    }
}
