using System.Net;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>发布版本: each as it was then, with what the next one changed.</summary>
[Collection<ReadersOfDemoSite>]
public sealed class ReleasePagesTests(DemoSite site)
{
    [Fact]
    public async Task List_LatestFirst_OneInForcePerQuarter_AndTheOthersSayThatTheyWereCorrected()
    {
        var page = await site.PageAsync("lingdao", "/releases");

        var rows = page.QuerySelectorAll("[data-release]")
            .Select(row => (Release: row.GetAttribute("data-release")!, State: row.QuerySelector(".badge")!.TextContent)).ToList();
        Assert.Equal(["2025Q2/2", "2025Q2/1"], rows.Select(row => row.Release).Where(release => release.StartsWith("2025Q2", StringComparison.Ordinal)));
        Assert.Equal(("现行", "已有更正"), (rows.Single(row => row.Release == "2025Q2/2").State, rows.Single(row => row.Release == "2025Q2/1").State));
        Assert.All(rows.GroupBy(row => row.Release.Split('/')[0]), quarter => Assert.Equal("现行", Assert.Single(quarter, row => row.State == "现行").State));
        Assert.Equal(rows.Select(row => row.Release.Split('/')[0]).OrderDescending(), rows.Select(row => row.Release.Split('/')[0]));
    }

    [Fact]
    public async Task First_OfACorrectedQuarter_LeadsToTheOneInForce_AndShowsWhatItSaid()
    {
        var first = await site.PageAsync("lingdao", "/releases/2025Q2/1");
        var second = await site.PageAsync("lingdao", "/releases/2025Q2/2");

        Assert.Equal("/releases/2025Q2/2", first.QuerySelector("#superseded a")!.GetAttribute("href"));
        Assert.Null(second.QuerySelector("#superseded"));
        Assert.Contains("因更正发布", second.QuerySelector("#correction")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(21, first.QuerySelectorAll("#ratings tbody tr").Length);

        // What the second says was before is what the first shows, and what it says is after is what it shows itself.
        var changes = second.QuerySelectorAll("[data-cell]");
        Assert.NotEmpty(changes);
        Assert.All(changes, change =>
        {
            var (number, unit) = (int.Parse(change.GetAttribute("data-cell")!.Split('-')[0], null), change.Children[1].TextContent);
            var column = first.QuerySelectorAll("#ratings thead th").Select(head => head.TextContent).ToList().IndexOf(unit);
            string Cell(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("#ratings tbody tr")[number - 1].Children[column].TextContent.Split(' ')[^1];
            Assert.NotEqual(Cell(first), Cell(second));
            Assert.Contains(Cell(first), change.Children[2].TextContent, StringComparison.Ordinal);
            Assert.Contains(Cell(second), change.Children[3].TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Release_OfAClerk_HasTheOwnUnitAndTheCityOnly()
    {
        var page = await site.PageAsync("naiman-tb", "/releases/2025Q2/1");

        Assert.Equal(["指标", "全市", "奈曼旗"], page.Texts("#ratings thead th"));
    }

    [Theory]
    [InlineData("/releases/2025Q2/9")]
    [InlineData("/releases/2025Q4/1")]
    [InlineData("/releases/2030Q1/1")]
    public async Task Release_ThatIsNotThere_SaysSo(string address)
    {
        using var browser = await site.OpenAsync("lingdao");
        using var answer = await browser.VisitAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Matches("没有", (await Markup.PageAsync(answer)).QuerySelector("[role=alert], main")!.TextContent);
    }
}
