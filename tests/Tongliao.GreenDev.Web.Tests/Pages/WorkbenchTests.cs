using AngleSharp.Dom;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>What the start page shows each role, and where it sends them to.</summary>
[Collection<ReadersOfDemoSite>]
public sealed class WorkbenchTests(AccountPortal portal, DemoSite site) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task Workbench_OfTheAuditor_LeadsToTheAudit()
    {
        using var browser = await portal.SignedInAsync(UserRole.Auditor);

        using var answer = await browser.VisitAsync("/");
        var page = await Markup.PageAsync(answer);
        var link = Assert.Single(page.QuerySelectorAll("#content a.btn"));
        using var next = await browser.VisitAsync(link.GetAttribute("href")!);

        Assert.Equal("查看审计日志", link.TextContent);
        Assert.StartsWith("审计日志", await Markup.HeadingAsync(next), StringComparison.Ordinal);
        Assert.Contains("登录", page.QuerySelector("tr[data-kind]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("naiman-tb", "继续填报", "/entry?period=2025Q4")]
    [InlineData("zhujian", "开始审核", "/review?period=2025Q3")]
    [InlineData("lingdao", "查看红黄绿看板", "/dashboard?period=2025Q3")]
    [InlineData("naiman-sh", null, null)]
    public async Task Workbench_OfARole_HasOneMainAct(string loginName, string? text, string? address)
    {
        var acts = (await site.PageAsync(loginName, "/")).QuerySelectorAll("#content a.btn");

        Assert.Equal(text is null ? [] : [(text, address)], acts.Select(act => (act.Text(), act.GetAttribute("href"))));
    }

    [Fact]
    public async Task Workbench_OfAClerk_SaysWhatIsMissingUntilWhenAndWhatCameBack()
    {
        var page = await site.PageAsync("naiman-tb", "/");

        Assert.Contains("还有 3 项未填", page.QuerySelector("[aria-labelledby=now]")!.TextContent, StringComparison.Ordinal);
        Assert.Matches("还有 [0-9]+ 天|今天截止|已逾期 [0-9]+ 天", page.QuerySelector("[data-due] strong")!.TextContent);
        var returned = Assert.Single(page.QuerySelectorAll("[aria-labelledby=todo] [data-todo]"));
        Assert.Equal("/entry?period=2025Q4#row-10", returned.GetAttribute("data-todo"));
        Assert.Contains("退回原因：", returned.TextContent, StringComparison.Ordinal);
        var first = page.QuerySelectorAll("[aria-labelledby=rectify] [data-todo]")[0];
        Assert.Equal("/rectifications?unit=150525&indicator=6", first.GetAttribute("data-todo"));
        Assert.Contains("已逾期，整改安排应于", first.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [("Accepted", "zero"), ("CityReview", "zero"), ("CountyReview", "zero"), ("Draft", ""), ("Empty", ""), ("Returned", "")],
            page.QuerySelectorAll("[data-count]").Select(stage => (stage.GetAttribute("data-count"), stage.ClassName ?? "")));
    }

    [Theory]
    [InlineData("naiman-tb")]
    [InlineData("naiman-sh")]
    public async Task Workbench_OfACounty_ShowsItsLightsWorstFirstWithWhatTurned(string loginName)
    {
        var page = await site.PageAsync(loginName, "/");

        Assert.Equal("奈曼旗 2025年三季度灯色", page.QuerySelector("#lights")!.FirstChild!.TextContent.Trim());
        Assert.Equal(["Green", "Amber", "Red"], page.QuerySelectorAll("[data-light]").Select(card => card.GetAttribute("data-light")));
        Assert.All(page.QuerySelectorAll("[data-light]"), card => Assert.NotNull(card.QuerySelector("svg[aria-label*=走势]")));
        var rows = page.QuerySelectorAll("tr[data-indicator]");
        Assert.Equal(21, rows.Length);
        Assert.Contains("滞后", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("由滞后转为预警", page.QuerySelector("tr[data-indicator='15']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbench_OfTheBureau_ComparesWithTheQuarterBeforeAndPutsTheMissingFirst()
    {
        var page = await site.PageAsync("zhujian", "/");

        var todos = page.QuerySelectorAll("[data-todo]").Select(item => item.GetAttribute("data-todo")!).ToList();
        Assert.Equal(["/review?period=2025Q3", "/review?period=2025Q4"], todos[..2]);
        Assert.Equal((4, "/rectifications"), (todos[2..].Count(todo => todo.StartsWith("/rectifications?", StringComparison.Ordinal)), todos[^1]));
        Assert.Matches("^整改事项 [1-9][0-9]* 项，逾期 [1-9][0-9]* 项$", page.QuerySelector("#rectify")!.TextContent);
        Assert.Equal(["上季 185 / 189", "上季 37", "上季 3", "上季 1"], page.QuerySelectorAll(".kpi .note").Select(note => note.TextContent));
        Assert.Equal("150521", page.QuerySelectorAll("tr[data-unit]")[^1].GetAttribute("data-unit"));
    }

    [Fact]
    public async Task Workbench_OfALeader_ShowsLightsWithTrendWhatLagsAndWhatTurned()
    {
        var page = await site.PageAsync("lingdao", "/");

        Assert.Equal("上季 3", page.QuerySelector("[data-light=Red] .note")!.TextContent);
        Assert.Contains("（未报齐）", page.QuerySelector("[data-light=Red] svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("差 0.98万平方米", page.QuerySelector("[aria-labelledby=worst]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 项好转。", page.QuerySelector("[aria-labelledby=turned]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UserRole.Clerk)]
    [InlineData(UserRole.Bureau)]
    [InlineData(UserRole.Leader)]
    public async Task Workbench_NothingOpenedYet_SaysWhatWillAppear(UserRole role)
    {
        using var browser = await portal.SignedInAsync(role);

        using var answer = await browser.VisitAsync("/");

        Assert.StartsWith("还没有开放的填报期", (await Markup.PageAsync(answer)).QuerySelector("[data-nothing]")!.TextContent, StringComparison.Ordinal);
    }
}
