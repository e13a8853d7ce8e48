using System.Net;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Components.Layout;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>The menu shows what the table of rights gives a role, and each page it leads to holds the same.</summary>
public sealed class MenuTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    public static TheoryData<UserRole> Roles { get; } = [.. Enum.GetValues<UserRole>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Menu_OfARole_ShowsWhatItMay(UserRole role)
    {
        using var browser = await portal.SignedInAsync(role);

        using var answer = await browser.VisitAsync("/");
        var menu = (await Markup.PageAsync(answer)).QuerySelector("ul.nav")!;

        Assert.Equal(
            NavigationEntry.All.Where(entry => IsFor(entry, role)).Select(entry => entry.Address),
            menu.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Page_OfAnEntryThatARoleDoesNotSee_IsRefused(UserRole role)
    {
        using var browser = await portal.SignedInAsync(role);

        // 发送记录 stands in the menu for who sends again; the bureau reads it among the sections of 管理.
        var isReader = role.May(Act.ReadMessages);
        foreach (var entry in NavigationEntry.All.Where(entry => !IsFor(entry, role) && entry.Act is not (Act.EnterValues or Act.FileBaselines) && !(isReader && entry.Act is Act.ManageMessages)))
        {
            using var answer = await browser.VisitAsync(entry.Address);

            // 管理 leads whoever keeps users or reads the audit on to their own page.
            var isDoor = entry.Address == "/admin" && (role.May(Act.ManageUsers) || role.May(Act.ReadAudit));
            Assert.Equal((entry.Address, isDoor ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (entry.Address, answer.StatusCode));
        }
    }

    private static bool IsFor(NavigationEntry entry, UserRole role) => entry.Act is not { } act || role.May(act);
}
