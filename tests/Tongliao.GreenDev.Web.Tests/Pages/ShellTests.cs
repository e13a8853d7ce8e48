using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>The frame comes from the server as the person left it.</summary>
public sealed class ShellTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Theory]
    [InlineData("greendev-theme=dark; greendev-menu=icons", "dark", "icons", "false")]
    [InlineData("greendev-theme=light; greendev-menu=x", "light", null, "true")]
    [InlineData("greendev-theme=\"><script>", null, null, "true")]
    public async Task Frame_OfAPersonWhoChose_ComesAsChosen(string cookies, string? theme, string? menu, string expanded)
    {
        using var browser = await portal.SignedInAsync();
        browser.Cookies += "; " + cookies;

        using var answer = await browser.VisitAsync("/account");
        var page = await Markup.PageAsync(answer);

        Assert.Equal((theme, menu), (page.DocumentElement.GetAttribute("data-theme"), page.DocumentElement.GetAttribute("data-menu")));
        Assert.Equal(expanded, page.QuerySelector("#menu-button")!.GetAttribute("aria-expanded"));
    }

    [Theory]
    [InlineData(UserRole.Clerk, "/entry")]
    [InlineData(UserRole.CountyReviewer, "/review/county")]
    [InlineData(UserRole.DepartmentReviewer, "/review")]
    [InlineData(UserRole.Bureau, "/review")]
    [InlineData(UserRole.Leader, null)]
    [InlineData(UserRole.Auditor, null)]
    public async Task Bell_OfARole_NothingWaiting_SaysSoAndLeadsThere(UserRole role, string? address)
    {
        using var browser = await portal.SignedInAsync(role);

        using var answer = await browser.VisitAsync("/account");

        Assert.Equal(address, (await Markup.PageAsync(answer)).QuerySelector("a[aria-label='待我办理：目前没有']")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Search_ByItsAddress_ShowsWhatWasFound()
    {
        using var browser = await portal.SignedInAsync(UserRole.Leader);

        using var answer = await browser.VisitAsync("/search?q=%E6%B1%A1%E6%B0%B4%E5%A4%84%E7%90%86%E7%8E%87");
        var page = await Markup.PageAsync(answer);

        Assert.Contains("/indicators/10", page.QuerySelectorAll(".found a").Select(link => link.GetAttribute("href")));
        Assert.Equal("污水处理率", page.QuerySelector("main input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Reading_NeedsNoCircuit()
    {
        using var browser = await portal.SignedInAsync(UserRole.Leader);

        using var answer = await browser.VisitAsync("/search");

        Assert.DoesNotContain("\"type\":\"server\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
