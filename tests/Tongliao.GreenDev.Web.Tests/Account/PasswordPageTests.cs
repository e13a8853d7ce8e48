using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Tests.Account;

/// <summary>What becomes of one's tokens when one changes one's password.</summary>
public sealed class PasswordPageTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private const string Page = "/account/password";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Change_AsksAboutTokens_AndEndsThemOnlyWhenTicked(bool ticked)
    {
        var (caller, name) = await portal.UserAsync();
        var tokens = portal.Services.GetRequiredService<TokenService>();
        var token = await tokens.CreateAsync(caller, "月报脚本", days: null, CancellationToken.None);
        using var browser = portal.Open();
        using var signedIn = await browser.SignInAsync(name, AccountPortal.Password);
        using var shown = await browser.VisitAsync(Page);
        Assert.False((await Markup.PageAsync(shown)).Field("Form.EndsTokens").HasAttribute("checked"));

        using var answer = await browser.SubmitAsync(shown, Page, "password", Fields("Zk3-pWq8-vLm5-tHd6", ticked));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(ticked, await tokens.AuthenticateAsync(token.Token, CancellationToken.None) is null);
    }

    [Fact]
    public async Task Change_Refused_KeepsTheTick()
    {
        using var browser = await portal.SignedInAsync();

        using var answer = await browser.SubmitAsync(Page, "password", Fields("short", ticked: true));

        Assert.True((await Markup.PageAsync(answer)).Field("Form.EndsTokens").HasAttribute("checked"));
    }

    private static (string, string)[] Fields(string replacement, bool ticked)
    {
        (string, string)[] fields = [("Form.Current", AccountPortal.Password), ("Form.Replacement", replacement), ("Form.Again", replacement)];
        return ticked ? [.. fields, ("Form.EndsTokens", "true")] : fields;
    }
}
