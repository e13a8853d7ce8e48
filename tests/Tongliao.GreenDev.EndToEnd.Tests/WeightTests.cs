using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>People far out open the portal over thin lines: what a page weighs is kept small, the first time and ever after.</summary>
/// <remarks>Counted on the line itself: a circuit's messages are compressed there, which the browser does not tell.</remarks>
public sealed class WeightTests(DemoPortal portal, PortalBrowser browser) : IClassFixture<DemoPortal>
{
    [Theory]
    [InlineData("lingdao", "/dashboard?period=2025Q3", 260)]
    [InlineData("naiman-tb", "/entry", 290)]
    [InlineData("zhujian", "/review/150502?period=2025Q4", 290)]
    [InlineData("admin", "/admin/users", 300)]
    [InlineData("zhujian", "/admin/periods", 300)]
    [InlineData("zhujian", "/admin/targets", 300)]
    [InlineData("zhujian", "/admin/reference-sheet", 300)]
    [InlineData("zhujian", "/admin/baselines", 300)]
    [InlineData("shenji", "/audit", 300)]
    [InlineData("zhujian", "/progress?period=2025Q4", 300)]
    [InlineData("admin", "/admin/messages", 300)]
    public async Task FirstVisit_OfAPage_IsLight(string loginName, string address, long mostKilobytes)
    {
        await using var line = new Line(portal.Process.Address);
        await using var visitor = await portal.SignInAsync(browser, loginName, line.Address);
        var received = await ReceivedBytes.CountAsync(visitor.Page);

        // What the page after the sign-in still asks for is none of this one's.
        await visitor.Page.GotoAsync("about:blank");
        await received.ForgetFilesAsync();

        var before = line.Received;
        await received.OfVisitAsync(visitor.Page, address);
        var first = (line.Received - before) / 1024;

        TestContext.Current.TestOutputHelper?.WriteLine($"{address}: {first} KB");
        Assert.InRange(first, 1, mostKilobytes);
    }

    [Fact]
    public async Task LaterPages_OfOneVisit_AreLighter()
    {
        await using var visitor = await portal.SignInAsync(browser, "lingdao");
        var received = await ReceivedBytes.CountAsync(visitor.Page);
        await received.OfVisitAsync(visitor.Page, "/indicators");

        foreach (var address in new[] { "/indicators", "/tasks", "/tasks/7", "/plan/questions", "/search?q=%E6%B1%A1%E6%B0%B4", "/account" })
        {
            var later = await received.OfVisitAsync(visitor.Page, address);

            TestContext.Current.TestOutputHelper?.WriteLine($"{address}: {later} KB");
            Assert.True(later is > 0 and <= 60, $"{address} takes {later} KB.");
        }
    }

    [Theory]
    [InlineData("admin", "/admin/users")]
    [InlineData("shenji", "/audit")]
    [InlineData("zhujian", "/admin/targets")]
    [InlineData("naiman-tb", "/entry")]
    [InlineData("zhujian", "/review/150502?period=2025Q4")]
    [InlineData("lingdao", "/dashboard?period=2025Q3")]
    public async Task LaterVisit_OfAnIsland_IsLight(string loginName, string address)
    {
        await using var line = new Line(portal.Process.Address);
        await using var visitor = await portal.SignInAsync(browser, loginName, line.Address);
        var received = await ReceivedBytes.CountAsync(visitor.Page);
        await received.OfVisitAsync(visitor.Page, address);
        await visitor.Page.GotoAsync("/account/password");

        var before = line.Received;
        await received.OfVisitAsync(visitor.Page, address);
        var later = (line.Received - before) / 1024;

        TestContext.Current.TestOutputHelper?.WriteLine($"{address}: {later} KB");
        Assert.InRange(later, 1, 60);
    }

    [Theory]
    [InlineData("admin", "/admin/users")]
    [InlineData("shenji", "/audit")]
    public async Task LaterRows_OfAGrid_AreLighter(string loginName, string address)
    {
        await using var visitor = await portal.SignInAsync(browser, loginName);
        var received = await ReceivedBytes.CountAsync(visitor.Page);
        await received.OfVisitAsync(visitor.Page, address);

        var later = await received.OfAsync(visitor.Page, async () =>
        {
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "下一页" }).ClickAsync();
            await Expect(visitor.Page).ToHaveURLAsync(new Regex("page=2"));
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{address}: {later} KB");
        Assert.InRange(later, 1, 60);
    }
}
