using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Pages.Admin;

namespace Tongliao.GreenDev.Web.Tests.Admin;

/// <summary>What 管理 puts first, over a plan of which each test opens what it needs.</summary>
public sealed class AdminTodosTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Quarter First = new(2024, 1);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2024, 4, 9, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    [Fact]
    public async Task Bureau_QuarterOverAndNeverOpened_IsUrgentWhileNoneIsOpen()
    {
        Assert.Equal(("2024年一季度尚未开放填报", Tone.Urgent), Told((await TodosAsync())[0]));

        await OpenAsync(First, new DateOnly(2024, 4, 15));

        // The second quarter is not over yet.
        Assert.DoesNotContain(await TodosAsync(), todo => todo.Title.Contains("尚未开放", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bureau_DeadlinePassedAndNotClosed_IsUrgentAndSaysHowFarItHasCome()
    {
        await OpenAsync(First, new DateOnly(2024, 4, 15));
        Assert.DoesNotContain(await TodosAsync(), todo => todo.Title.Contains("截止日期", StringComparison.Ordinal));

        time.Advance(TimeSpan.FromDays(8));

        var todo = (await TodosAsync())[0];
        Assert.Equal(("2024年一季度已过截止日期 2 天，尚未关闭", Tone.Urgent), Told(todo));
        Assert.Contains("已上报到市 0 / 189 项", todo.Detail, StringComparison.Ordinal);

        await services.GetRequiredService<PeriodService>().CloseAsync(bureau, First, CancellationToken.None);
        Assert.DoesNotContain(await TodosAsync(), todo => todo.Title.Contains("截止日期", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(189, true)]
    [InlineData(188, false)]
    public async Task Bureau_ClosedQuarter_MayBeLockedWhenAllIsApproved(int accepted, bool isReady)
    {
        await OpenAsync(First, new DateOnly(2024, 4, 15));
        await services.GetRequiredService<PeriodService>().CloseAsync(bureau, First, CancellationToken.None);
        var overview = await ReadAsync() with { Standings = [new QuarterStanding(First, ValueStatus.Accepted, accepted, 9, time.GetUtcNow())] };

        Assert.Equal(isReady, new BureauTodos(overview, Clock).Items.Any(todo => todo.Title == "2024年一季度已全部审核通过，可以锁定"));
    }

    [Fact]
    public async Task Bureau_NothingRecorded_LacksEveryRequiredBaselineAndTarget()
    {
        var todos = await TodosAsync();

        Assert.Contains(todos, todo => todo.Title == "缺 9 个必须有的2023年基数" && todo.Detail.StartsWith("第16项 全部单位。", StringComparison.Ordinal));
        Assert.Contains(todos, todo => todo.Address.StartsWith("/admin/targets?indicator=", StringComparison.Ordinal) && todo.Address.EndsWith("&year=2024", StringComparison.Ordinal));
    }

    [Fact]
    public void Administrator_NothingMissing_HasNothingToDo() => Assert.Empty(AccountTodos.Of(Accounts(neverUsed: 0, locked: 0), failedMessages: 0));

    [Fact]
    public void Administrator_LockedAndUnusedAccounts_AreListedAfterMissingOnes()
    {
        var todos = AccountTodos.Of(Accounts(neverUsed: 4, locked: 1, without: UserRole.Clerk), failedMessages: 3);

        Assert.Equal(["1 个单位没有填报员", "最近7天有 3 条消息没有发出", "1 个账号因输错密码被锁定", "4 个账号从未登录"], todos.Select(todo => todo.Title));
        Assert.Equal([Tone.Urgent, Tone.Due, Tone.Due, Tone.Quiet], todos.Select(todo => todo.Tone));
        Assert.Equal("/admin/users?state=locked", todos[2].Address);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    private OfficeClock Clock => services.GetRequiredService<OfficeClock>();

    private static AccountCoverage Accounts(int neverUsed, int locked, UserRole? without = null) => new()
    {
        Roles = [.. Enum.GetValues<UserRole>().Select(role => new RoleCoverage(role, 1, 1, role == without ? ["奈曼旗"] : []))],
        Disabled = 0,
        NeverUsed = neverUsed,
        Locked = locked,
    };

    private static (string, Tone) Told(TodoItem todo) => (todo.Title, todo.Tone);

    private Task<ReportingPeriod> OpenAsync(Quarter quarter, DateOnly due) => services.GetRequiredService<PeriodService>().OpenAsync(bureau, quarter, due, CancellationToken.None);

    private Task<AdministrationOverview> ReadAsync() => services.GetRequiredService<AdministrationQueries>().ReadAsync(bureau, CancellationToken.None);

    private async Task<IReadOnlyList<TodoItem>> TodosAsync() => new BureauTodos(await ReadAsync(), Clock).Items;
}
