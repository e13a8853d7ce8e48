using System.Net;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>判定依据 on its page and in the drawer: one object, one wording, and nothing of others for a county.</summary>
[Collection<ReadersOfDemoSite>]
public sealed class ExplainPageTests(DemoSite site)
{
    [Theory]
    [InlineData("150500", 2)]
    [InlineData("150525", 8)]
    [InlineData("150502", 15)]
    public async Task Page_AndDrawer_SayTheSame(string unit, int number)
    {
        var page = await site.PageAsync("lingdao", $"/explain/{unit}/2025Q3/{number}");
        var drawer = await site.PageAsync("lingdao", $"/dashboard?period=2025Q3&cell={number}-{unit}");

        Assert.Equal(page.QuerySelector(".account")!.TextContent, drawer.QuerySelector(".account")!.TextContent);
        Assert.Equal(page.QuerySelector(".explanation")!.TextContent, drawer.QuerySelector(".drawer .explanation")!.TextContent);
        Assert.Equal($"/explain/{unit}/2025Q3/{number}?basis=submitted", drawer.QuerySelector("#explain")!.GetAttribute("href"));
        Assert.NotEmpty(page.QuerySelector(".clause mark")!.TextContent);
    }

    [Fact]
    public async Task Page_OfTheCity_ListsItsUnits()
    {
        var page = await site.PageAsync("lingdao", "/explain/150500/2025Q3/2");

        Assert.Equal(9, page.QuerySelectorAll("[data-member]").Length);
        Assert.Contains("合计：", page.QuerySelector(".account")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfTheCityForACounty_TellsNothingOfTheOthers()
    {
        var page = await site.PageAsync("naiman-tb", "/explain/150500/2025Q3/2");

        Assert.Empty(page.QuerySelectorAll("[data-member]"));
        Assert.Matches("应达由来", page.QuerySelector(".account")!.TextContent);
        Assert.DoesNotMatch("合计|最省办法|预测|库伦旗", page.QuerySelector(".account")!.TextContent);
    }

    [Theory]
    [InlineData("naiman-tb", "/explain/150524/2025Q3/2")]
    [InlineData("lingdao", "/explain/150525/2031Q3/2")]
    [InlineData("lingdao", "/explain/150525/2025Q3/22")]
    public async Task Page_OutOfSightOrUnknown_IsNotThere(string loginName, string address)
    {
        using var browser = await site.OpenAsync(loginName);
        using var answer = await browser.VisitAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
