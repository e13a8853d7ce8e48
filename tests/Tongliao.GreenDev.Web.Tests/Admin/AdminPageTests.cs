using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Tests.Account;
using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Admin;

/// <summary>管理 says what is to be set up next, to each role what it may do.</summary>
[Collection<ReadersOfDemoSite>]
public sealed class AdminPageTests(DemoSite site, AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task Page_OfTheBureau_NamesWhatIsMissingWithTheWayThere()
    {
        var page = await site.PageAsync("zhujian", "/admin");

        var todos = Todos(page);
        Assert.Contains(("2025年三季度 37 项等待市级审核", "/review?period=2025Q3"), todos);
        Assert.Contains(("缺 1 个必须有的2023年基数", "/admin/baselines"), todos);
        Assert.Contains(("2025年分解指标缺 6 个", "/admin/targets?indicator=15&year=2025"), todos);
        Assert.Contains("第16项 霍林郭勒市", page.QuerySelector("[data-todo='/admin/baselines']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/admin/periods", "/admin/calendar", "/admin/baselines", "/admin/targets", "/checks", "/admin/county-review", "/admin/messages"], page.QuerySelectorAll("h3 a").Select(link => link.GetAttribute("href")));
        Assert.Contains("等县级审核员", page.QuerySelector("tr[data-status=CountyReview]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("tr[data-role]"));
    }

    [Fact]
    public async Task Page_OfTheAdministrator_IsAboutAccountsAndMessages()
    {
        var page = await site.PageAsync("admin", "/admin");

        Assert.All(Todos(page), todo => Assert.StartsWith("/admin/users", todo.Address, StringComparison.Ordinal));
        Assert.Equal(Enum.GetValues<UserRole>().Select(role => role.ToString()), page.QuerySelectorAll("tr[data-role]").Select(row => row.GetAttribute("data-role")));
        Assert.Contains("9 / 9 个单位", page.QuerySelector("tr[data-role=Clerk]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/admin/messages"], page.QuerySelectorAll("h3 a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Page_OfTheAuditor_LeadsToTheAuditAlone()
    {
        var page = await site.PageAsync("shenji", "/admin");

        Assert.Empty(Todos(page));
        Assert.Equal(["/audit"], page.QuerySelectorAll("h3 a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Page_NothingOpenedYet_SaysThatFirst()
    {
        using var browser = await portal.SignedInAsync(UserRole.Bureau);

        using var answer = await browser.VisitAsync("/admin");

        Assert.Equal(("2024年一季度尚未开放填报", "/admin/periods"), Todos(await Markup.PageAsync(answer))[0]);
    }

    [Fact]
    public async Task Page_UnitsWithoutAccounts_SaysWhichAndIsUrgent()
    {
        using var browser = await portal.SignedInAsync(UserRole.Admin);

        using var answer = await browser.VisitAsync("/admin");
        var first = (await Markup.PageAsync(answer)).QuerySelector("[data-todo='/admin/users?act=new']")!;

        Assert.Contains("is-red", first.ClassList);
        Assert.EndsWith("个单位没有填报员", first.QuerySelector("a")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("科尔沁区", first.TextContent, StringComparison.Ordinal);
    }

    private static List<(string Title, string Address)> Todos(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("[data-todo] a").Select(link => (link.Text(), link.GetAttribute("href")!))];
}
