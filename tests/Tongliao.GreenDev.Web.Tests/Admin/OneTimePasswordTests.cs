using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Admin;

/// <summary>A one-time password is shown once, by a page that may be reloaded, and kept nowhere.</summary>
public sealed class OneTimePasswordTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private const string NewUser = "/admin/users/new";

    [Fact]
    public async Task Create_SentTwice_MakesOneAccountWhosePasswordIsShownAndWorks()
    {
        using var administrator = await portal.SignedInAsync(UserRole.Admin);
        using var shown = await administrator.VisitAsync(NewUser);
        (string, string)[] account = [("name", "sent.twice"), ("displayName", "王五"), ("role", "leader")];

        // The answer to the first of a double click never reaches the screen.
        using var lost = await administrator.SubmitAsync(shown, NewUser, "create-user", account);
        using var answer = await administrator.SubmitAsync(shown, NewUser, "create-user", account);
        var password = await ShownAsync(administrator, answer);

        Assert.NotNull(password);
        using var person = portal.Open();
        using var signedIn = await person.SignInAsync("sent.twice", password);
        Assert.True(person.HasSession);
        Assert.Null(await ShownAsync(administrator, answer));
    }

    [Fact]
    public async Task Reset_SentTwice_ResetsOnce_AlsoWhenTheFirstAnswerWasSeen()
    {
        using var administrator = await portal.SignedInAsync(UserRole.Admin);
        var user = await portal.NewUserAsync();
        var page = $"/admin/users/{user.Id}";
        using var shown = await administrator.VisitAsync(page);

        using var first = await administrator.SubmitAsync(shown, page, "reset-password");
        var password = await ShownAsync(administrator, first);
        using var second = await administrator.SubmitAsync(shown, page, "reset-password");

        Assert.NotEqual(user.OneTimePassword, password);
        Assert.Equal(password, await ShownAsync(administrator, second));
        using var person = portal.Open();
        using var signedIn = await person.SignInAsync(user.LoginName, password!);
        Assert.True(person.HasSession);
    }

    [Fact]
    public async Task Issued_IsInNoAddressCookieOrTable_AndThePageIsNotStored()
    {
        using var administrator = await portal.SignedInAsync(UserRole.Admin);
        var user = await portal.NewUserAsync();

        using var answer = await administrator.SubmitAsync($"/admin/users/{user.Id}", "reset-password");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        using var page = await administrator.VisitAsync(Browser.TargetOf(answer)!);
        var password = await PasswordOfAsync(page);

        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain(password!, Browser.TargetOf(answer), StringComparison.Ordinal);
        Assert.DoesNotContain(password!, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.All(await db.AuditEvents.ToListAsync(), audit => Assert.DoesNotContain(password!, audit.Before + audit.After, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Issued_AddressInOtherHands_ShowsNothing()
    {
        using var administrator = await portal.SignedInAsync(UserRole.Admin);
        using var colleague = await portal.SignedInAsync(UserRole.Admin);
        var user = await portal.NewUserAsync();
        using var answer = await administrator.SubmitAsync($"/admin/users/{user.Id}", "reset-password");

        Assert.Null(await ShownAsync(colleague, answer));
        Assert.NotNull(await ShownAsync(administrator, answer));
    }

    [Fact]
    public async Task OwnAccount_HasNoReset_ThePasswordPageInstead()
    {
        using var administrator = portal.Open();
        var (caller, name) = await portal.UserAsync(UserRole.Admin);
        using var signedIn = await administrator.SignInAsync(name, AccountPortal.Password);

        using var page = await administrator.VisitAsync($"/admin/users/{caller.UserId}");
        var content = (await Markup.PageAsync(page)).QuerySelector("main")!;

        Assert.Empty(content.QuerySelectorAll("form#reset-password, a[href*='reset-password']"));
        Assert.Single(content.QuerySelectorAll("a[href='/account/password']"));
    }

    [Fact]
    public async Task Secret_AfterTwoMinutes_IsGone()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 1, 0, 0, TimeSpan.Zero));
        var secrets = new SecretsShownOnce(time);
        var caller = new Caller(Guid.CreateVersion7(), "") { OperationId = Guid.CreateVersion7() };
        await secrets.MakeOnceAsync(caller, () => Task.FromResult(new ShownSecret("li.si", "secret")));

        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Null(secrets.Redeem(caller, caller.OperationId.Value));
    }

    private static async Task<string?> ShownAsync(Browser browser, HttpResponseMessage answer)
    {
        using var page = await browser.VisitAsync(Browser.TargetOf(answer)!);
        return await PasswordOfAsync(page);
    }

    private static async Task<string?> PasswordOfAsync(HttpResponseMessage page)
    {
        var shown = await Markup.PageAsync(page);
        var password = shown.GetElementById("one-time-password")?.TextContent;
        Assert.True(password is not null || shown.Body!.TextContent.Contains("一次性密码已经显示过", StringComparison.Ordinal), page.StatusCode.ToString());
        return password;
    }
}
