using System.Linq.Expressions;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Admin;

/// <summary>Forms of the administration sent twice as they were: by a double click, or after going back.</summary>
public sealed class RepeatedFormTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Theory]
    [InlineData("reset-password", "确认重置密码")]
    [InlineData("disable", "确认停用账号")]
    public async Task Account_GraveAct_IsConfirmedFirst(string form, string confirmation)
    {
        using var administrator = await portal.SignedInAsync(UserRole.Admin);
        var person = await portal.NewUserAsync();
        var address = $"/admin/users/{person.Id}";
        using var opened = await administrator.VisitAsync(address);
        using var chosen = await administrator.VisitAsync($"{address}?act={form}");
        var page = await Markup.PageAsync(opened);
        var panel = await Markup.PageAsync(chosen);

        Assert.Single(page.QuerySelectorAll($"a[href='{address}?act={form}#panel']"));
        Assert.Empty(page.QuerySelectorAll($"form#{form}"));
        Assert.Contains(confirmation, Assert.Single(panel.QuerySelectorAll($"form#{form}")).TextContent, StringComparison.Ordinal);
        using var sent = await administrator.SubmitAsync(chosen, $"{address}?act={form}", form);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.DoesNotContain("act=", Browser.TargetOf(sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_DisabledTwiceByOneForm_IsNoFault()
    {
        using var administrator = await portal.SignedInAsync(UserRole.Admin);
        var person = await portal.NewUserAsync();
        var page = $"/admin/users/{person.Id}";
        using var shown = await administrator.VisitAsync(page);

        using var first = await administrator.SubmitAsync(shown, page, "disable");
        using var second = await administrator.SubmitAsync(shown, page, "disable");

        Assert.Equal($"{page}?done=disabled", Browser.TargetOf(second));
        Assert.Equal(1, await CountAsync(audit => audit.Kind == AuditKinds.UserChanged && audit.Subject == $"user {person.LoginName}"));
    }

    private async Task<int> CountAsync(Expression<Func<AuditEvent, bool>> which)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.AuditEvents.CountAsync(which);
    }
}
