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
    private const string TargetPage = "/admin/targets?indicator=20&year=2024&unit=150525";

    private static readonly (string, string)[] Target = [("value", "6"), ("document", "奈政发〔2024〕1号"), ("effectiveFrom", "2024-01-01")];

    [Fact]
    public async Task Target_SentTwice_IsSetOnce_CorrectedItIsSetAgain()
    {
        using var bureau = await portal.SignedInAsync(UserRole.Bureau);
        using var shown = await bureau.VisitAsync(TargetPage);

        var first = await bureau.SubmitAsync(shown, TargetPage, "target", Target);
        var second = await bureau.SubmitAsync(shown, TargetPage, "target", Target);
        Assert.Equal(TargetPage + "&done=saved", Browser.TargetOf(first));
        Assert.Equal(Browser.TargetOf(first), Browser.TargetOf(second));
        Assert.Equal(1, await CountAsync(audit => audit.Kind == AuditKinds.TargetSet && audit.Subject == "target 150525/20/2024"));

        using var reopened = await bureau.VisitAsync(TargetPage);
        using var corrected = await bureau.SubmitAsync(reopened, TargetPage, "target", [("value", "7"), .. Target[1..]]);
        Assert.Equal(Browser.TargetOf(first), Browser.TargetOf(corrected));
        Assert.Equal(2, await CountAsync(audit => audit.Kind == AuditKinds.TargetSet && audit.Subject == "target 150525/20/2024"));
    }

    [Fact]
    public async Task Target_FormOpenedAnew_SameContent_IsAnotherAct()
    {
        const string Page = "/admin/targets?indicator=20&year=2024&unit=150523";
        using var bureau = await portal.SignedInAsync(UserRole.Bureau);

        using var first = await bureau.SubmitAsync(Page, "target", Target);
        using var second = await bureau.SubmitAsync(Page, "target", Target);

        Assert.Equal(2, await CountAsync(audit => audit.Kind == AuditKinds.TargetSet && audit.Subject == "target 150523/20/2024"));
    }

    [Theory]
    [InlineData("/admin/baselines?cell=16-150525", "baseline", "Amount=3", AuditKinds.BaselineSet, "baseline 150525/16")]
    public async Task Form_SentTwiceAtOnce_LeadsToTheSamePageAndActsOnce(string page, string form, string field, string kind, string subject)
    {
        using var bureau = await portal.SignedInAsync(UserRole.Bureau);
        var before = await CountAsync(audit => audit.Kind == kind && audit.Subject == subject);
        using var shown = await bureau.VisitAsync(page);
        var pair = field.Split('=');
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => bureau.SubmitAsync(shown, page, form, (pair[0], pair[1]))));
        var later = await bureau.SubmitAsync(shown, page, form, (pair[0], pair[1]));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(answers.Append(later).Select(Browser.TargetOf).Distinct());
        Assert.Equal(before + 1, await CountAsync(audit => audit.Kind == kind && audit.Subject == subject));
    }

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
