using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>Where the start page sends people to.</summary>
public sealed class WorkbenchTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task Workbench_OfTheAuditor_LeadsToTheAudit()
    {
        using var browser = await portal.SignedInAsync(UserRole.Auditor);

        using var answer = await browser.VisitAsync("/");
        var link = Assert.Single((await Markup.PageAsync(answer)).QuerySelectorAll("#content a.btn"));
        using var next = await browser.VisitAsync(link.GetAttribute("href")!);

        Assert.Equal("查看审计日志", link.TextContent);
        Assert.StartsWith("审计日志", await Markup.HeadingAsync(next), StringComparison.Ordinal);
    }
}
