namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>Pages with lights open on a quarter that has some, and say that another one is open.</summary>
[Collection<ReadersOfDemoSite>]
public sealed class ShownQuarterTests(DemoSite site)
{
    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/indicators")]
    [InlineData("/indicators/8")]
    [InlineData("/tasks/4")]
    public async Task Page_NoQuarterNamed_ShowsTheLatestJudgedAndLeadsToTheOpenOne(string address)
    {
        var page = await site.PageAsync("lingdao", address);

        Assert.Equal(["2025", "三季度"], page.Texts(".periods [aria-current=page]"));
        var notice = Assert.Single(page.QuerySelectorAll("[data-open-period]"));
        Assert.Contains("2025年四季度正在填报（截止", notice.TextContent, StringComparison.Ordinal);
        var way = notice.QuerySelector("a")!.GetAttribute("href")!;
        Assert.Equal($"{address}?period=2025Q4", way);

        var open = await site.PageAsync("lingdao", way);

        Assert.Equal(["2025", "四季度"], open.Texts(".periods [aria-current=page]"));
        Assert.Empty(open.QuerySelectorAll("[data-open-period]"));
    }
}
