using System.Buffers.Binary;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>The eight-quarter chart of #12, whose number counts something else in its second year.</summary>
public sealed class ChartTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Address = "/indicators/12?period=2025Q3&unit=150525";
    private const string Chart = "echarts.getInstanceByDom(document.getElementById('indicator-chart'))";

    // 应达 is due at the year's end only: a line of one point.
    [Fact]
    public async Task Expected_SinglePoint_HasAMark()
    {
        await using var visitor = await OpenAsync(1366, 768);

        var symbols = await visitor.Page.EvaluateAsync<string[]>(
            $"() => {Chart}.getOption().series.filter(s => s.name.startsWith('应达')).flatMap(s => s.data.filter(v => v !== null).map(v => v.symbol ?? 'none'))");

        Assert.Equal(["none", "none", "none", "none", "diamond"], symbols);
    }

    [Theory]
    [InlineData(3, " %")]
    [InlineData(7, " 个百分点")]
    public async Task Tooltip_OfAQuarter_TellsEachNameOnceInTheQuartersUnit(int quarter, string unit)
    {
        await using var visitor = await OpenAsync(1366, 768);

        var lines = await visitor.Page.EvaluateAsync<string[]>(
            $"index => [...{Chart}.getOption().tooltip[0].formatter([{{ dataIndex: index }}]).children].map(line => line.textContent)", quarter);

        Assert.Equal(4, lines.Length);
        Assert.Equal(["全市", "奈曼旗", "应达（奈曼旗）"], lines.Skip(1).Select(line => line.Split('　')[0]));
        Assert.All(lines.Skip(1), line => Assert.True(line.EndsWith('—') || line.EndsWith(unit, StringComparison.Ordinal), line));
        Assert.EndsWith(unit, lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    [InlineData(320, 640)]
    public async Task Legend_AtAnyWidth_StandsAboveTheAxisAndItsName(int width, int height)
    {
        await using var visitor = await OpenAsync(width, height);

        // The name of the axis stands in the 20 pixels above the plot.
        var gap = await visitor.Page.EvaluateAsync<double>($$"""
            () => {
              const chart = {{Chart}};
              const legend = chart._componentsViews.find(view => view.type === 'legend.plain').group;
              const box = legend.getBoundingRect();
              return chart.getOption().grid[0].top - 20 - (legend.y + box.y + box.height);
            }
            """);

        Assert.True(gap >= 0, $"The legend reaches {-gap} pixels into the axis at {width}.");
    }

    [Fact]
    public async Task SavedPicture_FromATelephone_IsAsWideAsFromADesk()
    {
        await using var visitor = await OpenAsync(320, 640);

        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.Locator("#save-chart").ClickAsync());

        var picture = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(1920, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16, 4)));
        visitor.AssertNoComplaints();
    }

    private async Task<PortalVisitor> OpenAsync(int width, int height)
    {
        var visitor = await browser.VisitorAsync(portal.Process.Address, width, height);
        await visitor.SignInAsync("lingdao", Application.Demo.DemoUsers.Password);
        await visitor.Page.GotoAsync(Address);
        await Expect(visitor.Page.Locator("#save-chart")).ToBeVisibleAsync();
        return visitor;
    }
}
