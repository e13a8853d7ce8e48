using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Notices;
using Tongliao.GreenDev.Web.Components.Pages.Timeliness;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>催报 from the list of what holds reports up, to the notice that the clerk reads.</summary>
public sealed class HoldupBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private static readonly DateOnly Due = new(2025, 10, 15);

    [Fact]
    public async Task Remind_OneUnit_IsTold_AndStandsThereAfterwards()
    {
        await OpenAsync();
        var clerk = await TestPeople.AddAsync(Portal.Services, UserRole.Clerk, "150525");
        await using var island = Island();
        await island.OpenAsync("[data-unit='150525']", "Remind");
        Assert.Contains("填报员从未登录", island.Dialog.TextContent, StringComparison.Ordinal);
        Assert.Equal("2025-10-15", island.Field("until").GetAttribute("value"));
        await island.TypeAsync("until", "2025-10-08");
        await island.TypeAsync("words", "请尽快<b>");
        await island.SendAsync();
        Assert.Equal("请填写今天或之后的日期，例如截止日期。", island.FaultOf("until"));
        Assert.Equal("请尽快<b>", island.Field("words").GetAttribute("value"));

        await island.TypeAsync("until", "2025-10-14");
        await island.SendAsync();
        Assert.Equal("已向奈曼旗的 1 人发出催报。", island.Done);
        Assert.Contains("上次 2025-10-09", island.Island.Find("[data-unit='150525']").TextContent, StringComparison.Ordinal);

        await using var notices = new AdminIsland<NoticeList>(Portal, clerk);
        Assert.Contains("请于10月14日前报齐2025年三季度数据", notices.Island.WaitForElement("#notices li").TextContent, StringComparison.Ordinal);
        Assert.Contains("请尽快<b>", notices.Island.Find("#notices li").TextContent, StringComparison.Ordinal);
        Assert.Equal("/entry?period=2025Q3", notices.Island.Find("#notices a").GetAttribute("href"));
        Assert.Equal(0, (await Portal.Services.GetRequiredService<WaitingQueries>().BellAsync(clerk, UserRole.Clerk, CancellationToken.None)).Unread);
    }

    [Fact]
    public async Task RemindAll_NobodyHasAnAccount_IsSaidInTheDialog()
    {
        await OpenAsync();
        await using var island = Island();
        await island.OpenAsync("h2", "RemindAll");
        Assert.Contains("9 个单位", island.Dialog.TextContent, StringComparison.Ordinal);
        await island.SendAsync();

        Assert.Contains("没有可以通知的账号", island.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_OneUnit_StandsThere_WithItsHistory_AndIsWithdrawn()
    {
        await OpenAsync();
        await using var island = Island();
        await island.OpenAsync("[data-unit='150525']", "Extend");
        Assert.Equal("2025-10-20", island.Field("until").GetAttribute("value"));
        await island.TypeAsync("until", "2025-10-25");
        Assert.Contains("2025-10-27较妥", island.Dialog.QuerySelector("#day-off")!.TextContent, StringComparison.Ordinal);
        await island.TypeAsync("reason", "汛期抢险，统计人员抽调");
        await island.SendAsync();
        Assert.StartsWith("请写明批准人", island.FaultOf("grantor"), StringComparison.Ordinal);
        await island.TypeAsync("grantor", "市住建局 李四海");

        await island.SendAsync();

        Assert.Equal("奈曼旗已延期至2025-10-25。", island.Done);
        var row = island.Island.Find("[data-unit='150525']").TextContent;
        Assert.Contains("至 2025-10-25，市住建局 李四海批准", row, StringComparison.Ordinal);
        Assert.Contains("距截止16天（延期至10月25日）", row, StringComparison.Ordinal);

        await island.OpenAsync("[data-unit='150525']", "Withdraw");
        await island.TypeAsync("reason", "人手已经补齐，不再需要");
        await island.TypeAsync("grantor", "市住建局 李四海");
        await island.SendAsync();

        Assert.Equal("奈曼旗的延期已撤销。", island.Done);
        Assert.Equal(2, island.Island.FindAll("#extensions li").Count);
        Assert.DoesNotContain("延期至", island.Island.Find("[data-unit='150525']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_PeriodNotOpened_NothingToRemindOf()
    {
        await using var island = Island();

        island.Island.WaitForElement("#holdups");
        Assert.Empty(island.Island.FindAll("[data-act]"));
    }

    [Fact]
    public async Task Refusal_NotAReviewerOfTheCity_IsSaidInsteadOfTheTable()
    {
        var (clerk, _) = await Portal.UserAsync();
        await using var island = new AdminIsland<HoldupBoard>(Portal, clerk, board => board.Add(b => b.Quarter, "2025Q3"));

        Assert.Equal("填报员不参与市级审核。", island.Island.WaitForElement("[role=alert]").TextContent);
    }

    [Fact]
    public async Task Notices_Empty_SaysSo()
    {
        var (clerk, _) = await Portal.UserAsync();
        await using var island = new AdminIsland<NoticeList>(Portal, clerk);

        Assert.Contains("还没有通知", island.Island.WaitForElement(".empty").TextContent, StringComparison.Ordinal);
    }

    private Task<ReportingPeriod> OpenAsync() =>
        Portal.Services.GetRequiredService<PeriodService>().OpenAsync(Bureau, new Quarter(2025, 3), Due, CancellationToken.None);

    private AdminIsland<HoldupBoard> Island() => new(Portal, Bureau, board => board.Add(b => b.Quarter, "2025Q3"));
}
