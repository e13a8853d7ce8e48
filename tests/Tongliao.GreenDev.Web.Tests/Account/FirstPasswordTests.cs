using System.Net;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Tests.Account;

public sealed class FirstPasswordTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Theory]
    [InlineData("/account")]
    [InlineData("/account?x=1")]
    public async Task Page_FirstPassword_LeadsToTheChange(string address)
    {
        using var browser = await FirstTimeAsync();

        using var answer = await browser.VisitAsync(address);

        Assert.Equal((HttpStatusCode.Redirect, "/account/password"), (answer.StatusCode, Browser.TargetOf(answer)));
    }

    [Fact]
    public async Task CircuitsAndPosts_FirstPassword_Forbidden()
    {
        using var browser = await FirstTimeAsync();

        using var circuit = await browser.AskAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        using var post = await browser.PostAsync("/account", ("_handler", "token-create"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (circuit.StatusCode, post.StatusCode));
    }

    [Fact]
    public async Task Circuits_NotSignedIn_Unauthorized_SignedIn_Open()
    {
        using var stranger = portal.Open();
        using var browser = await portal.SignedInAsync();

        using var refused = await stranger.AskAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        using var open = await browser.AskAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, open.StatusCode));
    }

    [Theory]
    [InlineData("/account/password")]
    [InlineData("/session")]
    public async Task AllowedAddress_FirstPassword_Open(string address)
    {
        using var browser = await FirstTimeAsync();

        using var answer = await browser.VisitAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Change_Accepted_SessionEndsAndNewPasswordOpensThePages()
    {
        var user = await portal.NewUserAsync();
        using var browser = portal.Open();
        using var first = await browser.SignInAsync(user.LoginName, user.OneTimePassword);

        using var changed = await ChangeAsync(browser, user.OneTimePassword, AccountPortal.Password, AccountPortal.Password);
        Assert.Equal("/sign-in?notice=password-changed", Browser.TargetOf(changed));
        Assert.Equal(0, await portal.SessionsOfAsync(user.Id));
        using var second = await browser.SignInAsync(user.LoginName, AccountPortal.Password);
        using var page = await browser.VisitAsync("/account");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("Password2024!", "Password2024!", "密码过于常见或有规律")]
    [InlineData("Kd8-short", "Kd8-short", "密码至少12位")]
    [InlineData("Vq7-mTz4-kWx9-hRb2", "Vq7-mTz4-kWx9-hRb3", "两次输入的新密码不一致")]
    public async Task Change_Refused_SaysWhyAndNothingChanged(string replacement, string again, string words)
    {
        var user = await portal.NewUserAsync();
        using var browser = portal.Open();
        using var first = await browser.SignInAsync(user.LoginName, user.OneTimePassword);

        using var answer = await ChangeAsync(browser, user.OneTimePassword, replacement, again);

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain(replacement, page, StringComparison.Ordinal);
        Assert.Equal(1, await portal.SessionsOfAsync(user.Id));
    }

    private static Task<HttpResponseMessage> ChangeAsync(Browser browser, string current, string replacement, string again) =>
        browser.SubmitAsync("/account/password", "password", ("Form.Current", current), ("Form.Replacement", replacement), ("Form.Again", again));

    private async Task<Browser> FirstTimeAsync()
    {
        CreatedUser user = await portal.NewUserAsync();
        var browser = portal.Open();
        using var answer = await browser.SignInAsync(user.LoginName, user.OneTimePassword);
        Assert.True(browser.HasSession);
        return browser;
    }
}
