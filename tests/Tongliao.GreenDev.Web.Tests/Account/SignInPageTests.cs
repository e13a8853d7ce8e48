using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Tests.Account;

public sealed class SignInPageTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task Page_NotSignedIn_LeadsToSignInAndBack()
    {
        using var browser = portal.Open();

        using var answer = await browser.VisitAsync("/account?tab=1");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/sign-in?returnUrl=%2Faccount%3Ftab%3D1", Browser.TargetOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NotSignedIn_SaysWhoRunsThePortalAndWhomToAsk()
    {
        using var browser = portal.Open();

        using var answer = await browser.VisitAsync("/sign-in");
        var office = (await Markup.PageAsync(answer)).QuerySelector("footer")!.TextContent;

        Assert.Contains("通辽市住房和城乡建设局", office, StringComparison.Ordinal);
        Assert.Contains("请联系主办单位的系统管理员", office, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_Right_CookieIsAKeyForThisBrowserOnly()
    {
        using var browser = portal.Open();

        using var answer = await browser.SignInAsync((await portal.UserAsync()).LoginName, AccountPortal.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith(Browser.SessionCookie, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        using var page = await browser.VisitAsync("/account");
        Assert.Contains("奈曼旗 填报员", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_Wrong_TypedNameKeptAndPasswordNot()
    {
        using var browser = portal.Open();

        using var answer = await browser.SignInAsync("nobody.here", "Typed-Secret-91");

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("登录名或密码不正确", page, StringComparison.Ordinal);
        Assert.Equal("nobody.here", Markup.Page(page).Field("Form.LoginName").GetAttribute("value"));
        Assert.DoesNotContain("Typed-Secret-91", page, StringComparison.Ordinal);
        Assert.False(browser.HasSession);
    }

    [Fact]
    public async Task SignIn_WithoutFormToken_BadRequest()
    {
        using var browser = portal.Open();
        var (_, loginName) = await portal.UserAsync();

        using var answer = await browser.PostAsync("/sign-in", ("_handler", "sign-in"), ("Form.LoginName", loginName), ("Form.Password", AccountPortal.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(browser.HasSession);
    }

    [Theory]
    [InlineData("/admin/users?q=张三", "/admin/users?q=%E5%BC%A0%E4%B8%89")]
    [InlineData("/admin/users?q=%E5%BC%A0%E4%B8%89", "/admin/users?q=%E5%BC%A0%E4%B8%89")]
    [InlineData("/指标/绿色?地区=奈曼旗#说明", "/%E6%8C%87%E6%A0%87/%E7%BB%BF%E8%89%B2?%E5%9C%B0%E5%8C%BA=%E5%A5%88%E6%9B%BC%E6%97%97#%E8%AF%B4%E6%98%8E")]
    [InlineData("/admin/users?q=𠮷", "/admin/users?q=%F0%A0%AE%B7")]
    [InlineData("/entry?q=a b\"<é", "/entry?q=a%20b%22%3C%C3%A9")]
    [InlineData("//elsewhere.example/张三", "/")]
    [InlineData("／／elsewhere.example", "/")]
    public async Task SignIn_ReturnAddressInChinese_GoesThereOnARealServer(string address, string target)
    {
        using var browser = portal.OpenOnPort();
        var page = $"/sign-in?returnUrl={Uri.EscapeDataString(address)}";

        using var signedIn = await browser.SignInAsync((await portal.UserAsync()).LoginName, AccountPortal.Password, page);
        using var again = await browser.VisitAsync(page);

        foreach (var answer in new[] { signedIn, again })
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            var location = new Uri(browser.Address, answer.Headers.GetValues("Location").Single());
            Assert.Equal(browser.Address.GetLeftPart(UriPartial.Authority) + target, location.AbsoluteUri);
        }
    }

    [Fact]
    public async Task Page_AddressInChinese_LeadsToSignInAndBackOnARealServer()
    {
        using var browser = portal.OpenOnPort();

        using var asked = await browser.VisitAsync("/account?q=张三");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var location = new Uri(browser.Address, asked.Headers.GetValues("Location").Single());
        using var answer = await browser.SignInAsync((await portal.UserAsync()).LoginName, AccountPortal.Password, location.PathAndQuery);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account?q=%E5%BC%A0%E4%B8%89", new Uri(browser.Address, answer.Headers.GetValues("Location").Single()).PathAndQuery);
    }

    [Theory]
    [InlineData("/entry?period=2025Q3", "/entry?period=2025Q3")]
    [InlineData("/exports/annex.xlsx?period=2025Q3", "/dashboard?period=2025Q3")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    [InlineData("\\\\elsewhere.example/", "/")]
    [InlineData("/\t/elsewhere.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("elsewhere.example", "/")]
    [InlineData("/sign-out", "/")]
    [InlineData("", "/")]
    public async Task SignIn_ReturnAddress_OnlyWithinThePortal(string address, string target)
    {
        using var browser = portal.Open();

        using var answer = await browser.SignInAsync(
            (await portal.UserAsync()).LoginName, AccountPortal.Password, $"/sign-in?returnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(target, Browser.TargetOf(answer));
    }

    [Fact]
    public async Task SignOut_Done_CopiedCookieIsWorthNothing()
    {
        using var browser = await portal.SignedInAsync();
        var copy = browser.Cookies;

        using var signedOut = await SignOutAsync(browser);
        browser.Cookies = copy;
        using var again = await browser.VisitAsync("/account");

        Assert.Equal("/sign-in?notice=signed-out", Browser.TargetOf(signedOut));
        Assert.Contains("/sign-in", Browser.TargetOf(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_WithoutFormToken_RefusedAndStillSignedIn()
    {
        using var browser = await portal.SignedInAsync();

        using var answer = await browser.PostAsync("/sign-out");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var page = await browser.VisitAsync("/account");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task SignOut_SessionOverAlready_LeadsToSignIn()
    {
        using var browser = portal.Open();

        using var answer = await browser.PostAsync("/sign-out");

        Assert.Equal("/sign-in?notice=signed-out", Browser.TargetOf(answer));
    }

    [Fact]
    public async Task Page_AccountDisabled_SignedOutAtTheNextRequest()
    {
        using var browser = portal.Open();
        var (caller, loginName) = await portal.UserAsync();
        using var signedIn = await browser.SignInAsync(loginName, AccountPortal.Password);

        await portal.Services.GetRequiredService<UserService>().DisableAsync(portal.Administrator, caller.UserId, CancellationToken.None);

        using var answer = await browser.VisitAsync("/account");
        Assert.Contains("/sign-in", Browser.TargetOf(answer), StringComparison.Ordinal);
        Assert.Equal(0, await portal.SessionsOfAsync(caller.UserId));
    }

    [Fact]
    public async Task SignIn_SecondFactor_CodeAskedForAndTaken()
    {
        var (caller, loginName) = await portal.UserAsync();
        var factors = portal.Services.GetRequiredService<SecondFactorService>();
        var key = KeyOf(await factors.BeginAsync(caller, CancellationToken.None));
        var step = OneTimeCode.StepOf(portal.Time.GetUtcNow());
        await factors.ConfirmAsync(caller, OneTimeCode.At(key, step - 1), CancellationToken.None);
        using var browser = portal.Open();

        using var first = await browser.SignInAsync(loginName, AccountPortal.Password);
        var challenge = (await Markup.PageAsync(first)).Field("CodeForm.Challenge").GetAttribute("value")!;
        Assert.False(browser.HasSession);
        using var wrong = await browser.SubmitAsync(first, "/sign-in?returnUrl=/account", "code", ("CodeForm.Challenge", challenge), ("CodeForm.Code", "12"));
        Assert.Contains("动态口令不正确", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var right = await browser.SubmitAsync(
            wrong, "/sign-in?returnUrl=/account", "code", ("CodeForm.Challenge", challenge), ("CodeForm.Code", OneTimeCode.At(key, step)));

        Assert.Equal("/account", Browser.TargetOf(right));
        Assert.True(browser.HasSession);
    }

    private static async Task<HttpResponseMessage> SignOutAsync(Browser browser)
    {
        using var page = await browser.VisitAsync("/account");
        return await browser.SubmitAsync(page, "/sign-out", "", []);
    }

    private static byte[] KeyOf(CodeEnrolment enrolment)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(enrolment.Key.Replace(" ", "", StringComparison.Ordinal)
            .Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }
}
