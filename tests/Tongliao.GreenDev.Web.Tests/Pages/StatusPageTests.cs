using System.Net;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>A page that says no is no dead end.</summary>
[Collection<ReadersOfDemoSite>]
public sealed class StatusPageTests(DemoSite site)
{
    [Theory]
    [InlineData("lingdao", "/admin/users", HttpStatusCode.Forbidden, "没有权限")]
    [InlineData("naiman-tb", "/review", HttpStatusCode.Forbidden, "没有权限")]
    [InlineData("lingdao", "/indicators/99", HttpStatusCode.NotFound, "没有找到")]
    [InlineData("shenji", "/no/such/page", HttpStatusCode.NotFound, "没有找到")]
    public async Task Page_RefusedOrUnknown_KeepsTheMenu(string loginName, string address, HttpStatusCode status, string heading)
    {
        using var browser = await site.OpenAsync(loginName);

        using var answer = await browser.VisitAsync(address);

        Assert.Equal(status, answer.StatusCode);
        var page = await Markup.PageAsync(answer);
        Assert.Equal([heading], page.Texts("h1"));
        Assert.Contains("工作台", page.Texts("nav a"));
        Assert.Single(page.QuerySelectorAll("main"));
    }

    [Fact]
    public async Task Page_Unknown_SignedOut_HasNoMenu()
    {
        using var browser = await site.OpenAsync();

        using var answer = await browser.VisitAsync("/status/404");

        var page = await Markup.PageAsync(answer);
        Assert.Equal(["没有找到"], page.Texts("h1"));
        Assert.Empty(page.QuerySelectorAll("nav"));
    }

    [Theory]
    [InlineData("naiman-tb", "/notices", "共 2 件：1 条未读通知；待我办理：1 项已退回，请修改后重新上报", "2")]
    [InlineData("zhujian", "/review?period=2025Q3", "待我办理：66 项等待市级审核", "66")]
    [InlineData("naiman-sh", "/review/county", "待我办理：目前没有", null)]
    public async Task Bell_OnAPage_CountsWhatWaitsInWordsAndLeadsToTheEarliest(string loginName, string address, string words, string? count)
    {
        var bell = (await site.PageAsync(loginName, "/plan")).QuerySelector(".top a[aria-label*=待我办理]")!;

        Assert.Equal((address, words), (bell.GetAttribute("href"), bell.GetAttribute("aria-label")));
        Assert.Equal(count ?? "", bell.QuerySelector("[aria-hidden=true].count")!.TextContent);
    }

    [Theory]
    [InlineData("zhujian", "/review?period=2025Q3", "待我办理：66 项等待市级审核", "66")]
    [InlineData("naiman-sh", "/review/county", "待我办理：目前没有", "")]
    public async Task Bell_AskedForByAnOpenPage_SaysTheSame_AndIsNoActivity(string loginName, string address, string words, string figure)
    {
        using var browser = await site.OpenAsync(loginName);
        using var answer = await browser.AskAsync(HttpMethod.Get, "/bell");

        Assert.Equal(
            $$"""{"figure":"{{figure}}","words":"{{words}}","address":"{{address}}"}""",
            System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Bell_OfSomebodyWhoOnlyLooks_OrOfNobody_IsNothing()
    {
        using var leader = await site.OpenAsync("lingdao");
        using var nothing = await leader.VisitAsync("/bell");
        Assert.Equal(HttpStatusCode.NoContent, nothing.StatusCode);
    }

    [Fact]
    public async Task Bell_OnAPageThatTellsOfAFault_AsksForNothing()
    {
        using var browser = await site.OpenAsync("naiman-tb");
        using var answer = await browser.VisitAsync("/no/such/page");

        var bell = (await Markup.PageAsync(answer)).QuerySelector(".top a[aria-label^=待我办理]")!;

        Assert.Equal(("/entry", "待我办理"), (bell.GetAttribute("href"), bell.GetAttribute("aria-label")));
        Assert.True(bell.QuerySelector(".count")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task Header_OfAUnitWithAnExtension_SaysItsOwnLastDay()
    {
        var general = (await site.PageAsync("naiman-tb", "/")).QuerySelector("[data-current-period]")!;
        var extended = (await site.PageAsync("zhalute-tb", "/")).QuerySelector("[data-current-period]")!;

        Assert.Equal(("2025Q4", "2025Q4"), (general.GetAttribute("data-current-period"), extended.GetAttribute("data-current-period")));
        Assert.Contains("截止 2026年1月22日", general.TextContent, StringComparison.Ordinal);
        Assert.Contains("截止 2026年1月29日", extended.TextContent, StringComparison.Ordinal);
    }
}
