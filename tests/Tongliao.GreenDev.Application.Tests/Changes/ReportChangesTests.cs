using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Changes;

/// <summary>What open screens are told after each kind of change.</summary>
public sealed class ReportChangesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";
    private const string Period = "2025Q3";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private Node node = null!;
    private ServiceProvider services = null!;
    private Caller clerk = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        node = await Node.StartAsync(await postgres.CreateDatabaseAsync(), time);
        services = node.Services;
        clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    public async ValueTask DisposeAsync() => await node.DisposeAsync();

    [Fact]
    public async Task Raised_PeriodTargetBaseline_EachOnceForEverything()
    {
        await OpenAsync();
        await services.GetRequiredService<TargetService>().SetTargetAsync(
            bureau, new SetUnitTarget(Naiman, 20, 2025, 6, "奈政发〔2025〕1号", new DateOnly(2025, 1, 1)), CancellationToken.None);
        await services.GetRequiredService<TargetService>().SetBaselineAsync(
            bureau, new SetBaseline(Naiman, 16, new ReportedInputs { Amount = 3 }), CancellationToken.None);

        Assert.Equal(Enumerable.Repeat(new ReportChange(UnitCode: null, Quarter: null, Kind: null, bureau.UserId), 3), await node.ToldAsync());
    }

    [Fact]
    public async Task Raised_Draft_NamesReportAndPerson_AndChangesNoLight()
    {
        await OpenAsync();
        await node.ToldAsync();

        await services.GetRequiredService<DraftService>().SaveAsync(
            clerk,
            new SaveValue(new ValueKey(Naiman, Quarter.Parse(Period), 2), new Statement { Inputs = new ReportedInputs { Numerator = 20, Denominator = 200 } }, 0, Guid.CreateVersion7()) { NoteAnswers = true },
            CancellationToken.None);

        Assert.Equal([new ReportChange(Naiman, Quarter.Parse(Period), RevisionKind.Save, clerk.UserId)], await node.ToldAsync());
    }

    [Fact]
    public async Task Raised_EveryStep_NamesReportAndPerson_AndWhetherALightMayChange()
    {
        var office = new NaimanOffice(services);
        await office.StaffAsync();
        await office.SaveAsync(office.Clerk);

        // A submission stays within the county; each decision changes what a dashboard shows.
        await ToldAsync(office.Clerk, ReviewStep.Submit, RevisionKind.Submit, counts: false);
        await ToldAsync(office.CountyReviewer, ReviewStep.Approve, RevisionKind.Approve, counts: true);
        await ToldAsync(office.Bureau, ReviewStep.Approve, RevisionKind.Approve, counts: true);
        await ToldAsync(office.Bureau, ReviewStep.Reopen, RevisionKind.Reopen, counts: true);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, "已核对，数据属实。");
        await ToldAsync(office.CountyReviewer, ReviewStep.Return, RevisionKind.Return, counts: true);

        async Task ToldAsync(Caller by, ReviewStep action, RevisionKind kind, bool counts)
        {
            await node.ToldAsync();
            await office.ApplyAsync(by, action, action is ReviewStep.Reopen or ReviewStep.Return ? "请核对本季度数据。" : null);
            var change = Assert.Single(await node.ToldAsync());
            Assert.Equal(new ReportChange(Naiman, Quarter.Parse(Period), kind, by.UserId), change);
            Assert.Equal(counts, change.CountsForRatings);
        }
    }

    [Fact]
    public async Task Raised_RefusedChange_Nothing()
    {
        await Assert.ThrowsAsync<RefusalException>(() => services.GetRequiredService<PeriodService>().CloseAsync(bureau, Quarter.Parse(Period), CancellationToken.None));

        Assert.Empty(await node.ToldAsync());
    }

    private Task<ReportingPeriod> OpenAsync() => services.GetRequiredService<PeriodService>().OpenAsync(bureau, Quarter.Parse(Period), new DateOnly(2025, 10, 15), CancellationToken.None);
}
