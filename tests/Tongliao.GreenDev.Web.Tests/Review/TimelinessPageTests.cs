using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Review;

/// <summary>进度与时效 of the demo: every unit with its reasons, every side with its times.</summary>
[Collection<ReadersOfDemoSite>]
public sealed class TimelinessPageTests(DemoSite site)
{
    [Fact]
    public async Task Page_OpenQuarter_SaysWhatHoldsEachUnitUp()
    {
        var page = await site.PageAsync("zhujian", "/timeliness?period=2025Q4");

        var rows = page.QuerySelectorAll("#holdups tbody tr");
        Assert.Equal(9, rows.Length);
        Assert.All(rows, row => Assert.Equal(
            row.QuerySelector("td.num")!.TextContent.Trim() == "21 / 21", row.QuerySelector(".reasons") is null));
        Assert.Contains(rows, row => row.TextContent.Contains("待县级审核", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("#times tbody tr"), row => row.TextContent.Contains("市级审核", StringComparison.Ordinal));
        Assert.Contains("个工作日", page.QuerySelector("h1 small")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_SettledQuarter_EverySideHasItsTimes()
    {
        var page = await site.PageAsync("zhujian", "/timeliness?period=2024Q1");

        Assert.Contains(page.QuerySelectorAll("#holdups tbody tr"), row => row.QuerySelector(".reasons") is null);
        Assert.All(page.QuerySelectorAll("#times tbody tr"), row => Assert.EndsWith("天", row.QuerySelectorAll("td")[2].TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll("#times tbody tr"));
    }
}
