using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Rectifications;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>整改事项 on the screen: from the red value to what is done about it, and to its closing.</summary>
public sealed class RectificationBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private const string Row = "[data-rectification='150525-10']";

    [Fact]
    public async Task Arrange_ByTheClerk_RefusalKeepsWhatWasTyped_SuccessStandsInTheRow()
    {
        var clerk = await ApprovedAsync(new Quarter(2025, 3), 60);
        await using var island = new AdminIsland<RectificationBoard>(Portal, clerk);
        Assert.Contains("待安排", island.Island.WaitForElement(Row).TextContent, StringComparison.Ordinal);

        await island.OpenAsync(Row, "Arrange");
        await island.TypeAsync("measures", "完成3个小区管网改造<b>");
        await island.TypeAsync("dueOn", "下周");
        await island.SendAsync();
        Assert.Contains("不是有效的日期", island.FaultOf("dueOn"), StringComparison.Ordinal);
        await island.TypeAsync("dueOn", "2025-12-31");
        await island.SendAsync();
        Assert.Contains("请填写责任人", island.FaultOf("owner"), StringComparison.Ordinal);
        await island.TypeAsync("owner", "旗住建局 张某");
        await island.SendAsync();

        Assert.Equal("奈曼旗第10项的整改安排已保存。", island.Done);
        var row = island.Island.Find(Row);
        Assert.Equal("UnderWay", row.GetAttribute("data-state"));
        Assert.Contains("完成3个小区管网改造<b>", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("2025-12-31", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("修改安排", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrange_SomebodyElseWasFaster_ShowsBothSideBySide()
    {
        var clerk = await ApprovedAsync(new Quarter(2025, 3), 60);
        await using var island = new AdminIsland<RectificationBoard>(Portal, clerk);
        await island.OpenAsync(Row, "Arrange");
        await island.TypeAsync("measures", "完成3个小区管网改造");
        await island.TypeAsync("owner", "旗住建局 张某");
        await island.TypeAsync("dueOn", "2025-12-31");
        await Portal.Services.GetRequiredService<RectificationService>().ArrangeAsync(
            Bureau,
            new ArrangeRectification(ApprovedValue.Report(new Quarter(2025, 3)).Of(ApprovedValue.Treated), "完成9个小区管网改造", "旗住建局 李某", new DateOnly(2025, 12, 20), null),
            CancellationToken.None);

        await island.SendAsync();

        Assert.Contains("完成9个小区管网改造", island.Dialog.TextContent, StringComparison.Ordinal);
        Assert.Equal("完成3个小区管网改造", island.Field("measures").GetAttribute("value"));
    }

    [Fact]
    public async Task Empty_NothingRed_SaysSo()
    {
        await using var island = new AdminIsland<RectificationBoard>(Portal, Bureau);

        Assert.Contains("没有进行中的整改事项", island.Island.WaitForElement(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_AnotherIndicator_HidesIt()
    {
        var clerk = await ApprovedAsync(new Quarter(2025, 3), 60);
        await using var island = new AdminIsland<RectificationBoard>(Portal, clerk, board => board.Add(b => b.Indicator, 9));

        Assert.Contains("请放宽筛选条件", island.Island.WaitForElement(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leader_ReadsWithoutButtons_AuditorIsRefused()
    {
        await ApprovedAsync(new Quarter(2025, 3), 60);
        var (leader, _) = await Portal.UserAsync(UserRole.Leader);
        await using var island = new AdminIsland<RectificationBoard>(Portal, leader);
        island.Island.WaitForElement(Row);
        Assert.Empty(island.Island.FindAll("[data-act]"));

        var (auditor, _) = await Portal.UserAsync(UserRole.Auditor);
        await using var refused = new AdminIsland<RectificationBoard>(Portal, auditor);
        Assert.Equal("审计管理员不查看填报数据。", refused.Island.WaitForElement("[role=alert]").TextContent);
    }

    [Fact]
    public async Task Closed_ByALaterGreen_StandsBelow()
    {
        var clerk = await ApprovedAsync(new Quarter(2025, 2), 60);
        await ApprovedAsync(new Quarter(2025, 3), 97, clerk);

        await using var island = new AdminIsland<RectificationBoard>(Portal, Bureau);

        Assert.Contains("已销号 1 项", island.Island.WaitForElement("#closed").TextContent, StringComparison.Ordinal);
        Assert.Contains("2025年二季度 滞后", island.Island.Find("#closed li").TextContent, StringComparison.Ordinal);
        Assert.Empty(island.Island.FindAll(Row));
    }

    private Task<Caller> ApprovedAsync(Quarter quarter, decimal numerator, Caller? known = null) => ApprovedValue.MakeAsync(Portal, Bureau, quarter, numerator, known);
}
