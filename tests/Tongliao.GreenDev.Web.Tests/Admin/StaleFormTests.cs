using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Admin;

/// <summary>One form open in two tabs: the second to be sent is told what the first did, keeps what was typed, and may be sent again.</summary>
public sealed class StaleFormTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private static readonly (string, string)[] Leader = [("role", "leader")];
    private static readonly (string, string)[] Department = [("role", "departmentReviewer"), ("department", "shengtai")];

    [Fact]
    public async Task Baseline()
    {
        const string Page = "/admin/baselines?cell=16-150521";
        await ConflictAsync(
            UserRole.Bureau, Page, "baseline", [("Amount", "3.5")], [("Amount", "4.25")], ["4.25", "3.5"], "4.25");
    }

    [Fact]
    public async Task Target()
    {
        const string Page = "/admin/targets?indicator=20&year=2025&unit=150521";
        (string, string)[] theirs = [("value", "6"), ("document", "科左政发〔2025〕1号"), ("effectiveFrom", "2025-01-01")];
        (string, string)[] mine = [("value", "7"), ("document", "科左政发〔2025〕2号"), ("effectiveFrom", "2025-02-01")];
        string[] both = ["7", "6", "科左政发〔2025〕1号", "2025-01-01", "2025-02-01"];

        await ConflictAsync(UserRole.Bureau, Page, "target", theirs, mine, both, "科左政发〔2025〕2号");
    }

    [Fact]
    public async Task Office()
    {
        var person = await portal.NewUserAsync();
        await ConflictAsync(
            UserRole.Admin,
            $"/admin/users/{person.Id}",
            "office",
            Leader,
            Department,
            ["市生态环境局 牵头部门审核员", "领导"],
            "departmentReviewer");
    }

    [Theory]
    [InlineData("disable", "停用账号")]
    [InlineData("reset-password", "重置密码")]
    public async Task AccountAct_AfterTheOfficeWasChanged(string form, string word)
    {
        var person = await portal.NewUserAsync();
        using var administrator = await portal.SignedInAsync(UserRole.Admin);
        var address = $"/admin/users/{person.Id}";
        using var mine = await administrator.VisitAsync($"{address}?act={form}");
        using var theirs = await administrator.SubmitAsync(address, "office", Leader);

        using var answer = await administrator.SubmitAsync(mine, $"{address}?act={form}", form);

        RequireConflict(await answer.Content.ReadAsStringAsync(), [word, "领导"]);
    }

    [Theory]
    [InlineData(UserRole.Bureau, "/admin/baselines?cell=16-150522", "baseline", "Amount=3")]
    [InlineData(UserRole.Bureau, "/admin/targets?indicator=20&year=2025&unit=150522", "target", "value=6&document=甲&effectiveFrom=2025-01-01")]
    [InlineData(UserRole.Admin, "/admin/users/{0}", "office", "role=leader")]
    [InlineData(UserRole.Admin, "/admin/users/{0}?act=disable", "disable", "")]
    [InlineData(UserRole.Admin, "/admin/users/{0}?act=reset-password", "reset-password", "")]
    public async Task FormThatHasLostItsVersion_ChangesNothing(UserRole role, string page, string form, string fields)
    {
        var address = page.Replace("{0}", $"{(await portal.NewUserAsync()).Id}", StringComparison.Ordinal);
        using var browser = await portal.SignedInAsync(role);
        using var shown = await browser.VisitAsync(address);
        var token = (await Markup.PageAsync(shown)).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var before = await AuditAsync();

        var typed = fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair.Split('=')[0], pair.Split('=')[1]));
        using var answer = await browser.PostAsync(address, [("_handler", form), ("__RequestVerificationToken", token), .. typed]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single((await Markup.PageAsync(answer)).QuerySelectorAll("[data-conflict]"));
        Assert.Equal(before, await AuditAsync());
    }

    /// <summary>Sends theirs, then mine from a page that was opened before; then mine once more from the page that told of the conflict.</summary>
    private async Task ConflictAsync(
        UserRole role, string page, string form, (string, string)[] theirs, (string, string)[] mine, string[] both, string kept)
    {
        using var browser = await portal.SignedInAsync(role);
        using var colleague = await portal.SignedInAsync(role);
        using var shown = await browser.VisitAsync(page);
        using var first = await colleague.SubmitAsync(page, form, theirs);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var before = await AuditAsync();

        using var told = await browser.SubmitAsync(shown, page, form, mine);

        var html = await told.Content.ReadAsStringAsync();
        RequireConflict(html, both);
        Assert.Contains(kept, Markup.Page(html).Values());
        Assert.Equal(before, await AuditAsync());
        using var again = await browser.SubmitAsync(told, page, form, mine);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(before + 1, await AuditAsync());
    }

    private static void RequireConflict(string html, string[] both)
    {
        var notice = Assert.Single(Markup.Page(html).QuerySelectorAll("[data-conflict]"));
        Assert.Matches("已被李四海（.+）修改", notice.TextContent);
        Assert.Matches(@"现在的（李四海（.+），2025-10-09 09:00）", notice.TextContent);
        Assert.Subset(notice.Texts("td").ToHashSet(), both.ToHashSet());
    }

    private async Task<int> AuditAsync()
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.AuditEvents.CountAsync();
    }
}
