using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Review;

/// <summary>What waits for the reader stands first.</summary>
[Collection<ReadersOfDemoSite>]
public sealed class QueueOrderTests(DemoSite site)
{
    [Theory]
    [InlineData("zhujian", "2025Q4")]
    [InlineData("shuiwu", "2025Q4")]
    [InlineData("shengtai", "2025Q3")]
    public async Task Units_WaitingForTheReader_StandFirst(string loginName, string period)
    {
        var page = await site.PageAsync(loginName, $"/review?period={period}");

        var waits = page.QuerySelectorAll("#units tbody tr").Select(row => row.QuerySelector(".waiting a") is not null).ToList();

        Assert.Equal(9, waits.Count);
        Assert.Contains(true, waits);
        Assert.Contains(false, waits);
        Assert.Equal(waits.OrderDescending(), waits);
    }

    [Fact]
    public async Task Values_WaitingForTheCounty_StandFirst()
    {
        var page = await site.PageAsync("kailu-sh", "/review/county?period=2025Q4");

        var waits = page.QuerySelectorAll("main [data-indicator]").Select(row => row.GetAttribute("data-status") == "CountyReview").ToList();

        Assert.Equal(21, waits.Count);
        Assert.Contains(true, waits);
        Assert.Contains(false, waits);
        Assert.Equal(waits.OrderDescending(), waits);
        Assert.All(page.QuerySelectorAll("article[data-indicator]"), row => Assert.Equal("CountyReview", row.GetAttribute("data-status")));
        Assert.False(page.QuerySelector("details.others")!.HasAttribute("open"));
    }
}
