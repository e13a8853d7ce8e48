using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Workbench;

public sealed class WaitingQueriesTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    private const string Naiman = "150525";
    private const string Kailu = "150523";

    private WaitingQueries Waiting => demo.Services.GetRequiredService<WaitingQueries>();

    [Theory]
    [InlineData(UserRole.Clerk, Naiman, null, 1)]
    [InlineData(UserRole.CountyReviewer, Kailu, null, 1)]
    [InlineData(UserRole.DepartmentReviewer, null, "shengtai", 1)]
    [InlineData(UserRole.Bureau, null, null, 1)]
    [InlineData(UserRole.Leader, null, null, 0)]
    [InlineData(UserRole.Admin, null, null, 0)]
    [InlineData(UserRole.Auditor, null, null, 0)]
    public async Task Read_AnyRole_TakesOneStatementOrNone(UserRole role, string? unit, string? department, int expected)
    {
        var person = await TestPeople.AddAsync(demo.Services, role, unit, department);

        var statements = await demo.Statements.DuringAsync(() => Waiting.BellAsync(person, role, CancellationToken.None));

        Assert.Equal(expected, statements);
    }

    [Theory]
    [InlineData(UserRole.Clerk, Naiman, null, ValueStatus.Returned)]
    [InlineData(UserRole.CountyReviewer, Kailu, null, ValueStatus.CountyReview)]
    [InlineData(UserRole.DepartmentReviewer, null, "zonghe_zhifa", ValueStatus.CityReview)]
    [InlineData(UserRole.Bureau, null, null, ValueStatus.CityReview)]
    public async Task Read_WhoActs_CountsWhatStandsInTheirHands(UserRole role, string? unit, string? department, ValueStatus status)
    {
        var person = await TestPeople.AddAsync(demo.Services, role, unit, department);

        var waiting = (await Waiting.BellAsync(person, role, CancellationToken.None)).Waiting;

        await using var db = await demo.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var facts = await demo.Services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None);
        var rows = await db.Submissions.SelectMany(submission => submission.Values, (submission, value) => new { submission.UnitId, submission.Quarter, value.IndicatorId, value.Status, value.ChangedAt })
            .Where(row => row.Status == status).ToListAsync();
        var expected =
            from row in rows
            where unit is null || row.UnitId == facts.Unit(unit).Id
            where department is null || facts.Plan.Indicators.Single(indicator => indicator.Id == row.IndicatorId).LeadDepartmentId == department
            group row by row.Quarter into quarter
            where role == UserRole.Clerk ? facts.Period(quarter.Key).AcceptsEntry : facts.Period(quarter.Key).AcceptsReview
            orderby quarter.Key
            select new WaitingQuarter(
                quarter.Key, quarter.Count(), quarter.DistinctBy(row => row.UnitId).Count(), quarter.Min(row => row.ChangedAt)!.Value);
        Assert.NotEmpty(waiting);
        Assert.Equal(expected, waiting);
    }

    [Fact]
    public async Task Read_RoleChangedOrAccountDisabled_NothingWaits()
    {
        var clerk = await TestPeople.AddAsync(demo.Services, UserRole.Clerk, Naiman);
        Assert.NotEmpty((await Waiting.BellAsync(clerk, UserRole.Clerk, CancellationToken.None)).Waiting);

        Assert.Empty((await Waiting.BellAsync(clerk, UserRole.Bureau, CancellationToken.None)).Waiting);
        var admin = await TestPeople.AddAsync(demo.Services, UserRole.Admin);
        await demo.Services.GetRequiredService<UserService>().DisableAsync(admin, clerk.UserId, CancellationToken.None);
        Assert.Empty((await Waiting.BellAsync(clerk, UserRole.Clerk, CancellationToken.None)).Waiting);
    }
}
