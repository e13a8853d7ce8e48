using System.Net;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>A page that says no is no dead end.</summary>
public sealed class StatusPageTests(DemoSite site) : IClassFixture<DemoSite>
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
}
