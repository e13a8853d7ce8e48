using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Tests.Account;

public sealed class AccountPageTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task Token_Created_ShownOnceAndWorksUntilRevoked()
    {
        using var browser = await portal.SignedInAsync();
        var tokens = portal.Services.GetRequiredService<TokenService>();

        using var shown = await browser.VisitAsync("/account");
        using var lost = await browser.SubmitAsync(shown, "/account", "token-create", ("Form.Name", "月报<b>脚本"), ("Form.Days", "３０"));
        using var answer = await browser.SubmitAsync(shown, "/account", "token-create", ("Form.Name", "月报<b>脚本"), ("Form.Days", "３０"));
        using var created = await browser.VisitAsync(Browser.TargetOf(answer)!);
        var page = await created.Content.ReadAsStringAsync();
        var token = Regex.Match(page, "gdt_[A-Za-z0-9_-]{43}").Value;
        Assert.NotNull(await tokens.AuthenticateAsync(token, CancellationToken.None));
        Assert.Contains("月报&lt;b&gt;脚本", page, StringComparison.Ordinal);

        using var later = await browser.VisitAsync(Browser.TargetOf(answer)!);
        var list = await later.Content.ReadAsStringAsync();
        Assert.DoesNotContain(token, list, StringComparison.Ordinal);
        Assert.Contains("新令牌已经显示过", list, StringComparison.Ordinal);
        var id = Markup.Page(list).Field("TokenId").GetAttribute("value")!;
        using var revoked = await browser.SubmitAsync(later, "/account", "token-revoke", ("TokenId", id));
        Assert.Contains("已撤销", await revoked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await tokens.AuthenticateAsync(token, CancellationToken.None));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("366")]
    [InlineData("abc")]
    [InlineData("-1")]
    public async Task Token_DaysOutOfRange_SaysTheRange(string days)
    {
        using var browser = await portal.SignedInAsync();

        using var answer = await browser.SubmitAsync("/account", "token-create", ("Form.Name", "x"), ("Form.Days", days));

        var page = await Markup.PageAsync(answer);
        var field = page.Field("Form.Days");
        Assert.Equal((days, "true"), (field.GetAttribute("value"), field.GetAttribute("aria-invalid")));
        Assert.Contains("tokens-fault", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Contains("有效天数应为1至365", page.GetElementById("tokens-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("x", page.Field("Form.Name").GetAttribute("value"));
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("01912345-0000-7000-8000-000000000000")]
    public async Task Token_RevokeForged_NotFoundInWords(string id)
    {
        using var browser = await portal.SignedInAsync();
        using var created = await browser.SubmitAsync("/account", "token-create", ("Form.Name", "x"));

        using var answer = await browser.SubmitAsync(created, "/account", "token-revoke", ("TokenId", id));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("没有这个令牌，或已撤销", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondFactor_BeginAndWrongCode_KeyStaysAndNothingIsSwitchedOn()
    {
        using var browser = await portal.SignedInAsync();

        using var begun = await browser.SubmitAsync("/account", "second-factor-begin");
        var key = Regex.Match(await begun.Content.ReadAsStringAsync(), "otpauth://totp/[^<]+secret=([A-Z2-7]{32})").Groups[1].Value;
        using var wrong = await browser.SubmitAsync(begun, "/account", "second-factor-confirm", ("Code", "1"));

        var page = await wrong.Content.ReadAsStringAsync();
        Assert.NotEmpty(key);
        Assert.Contains(key, page, StringComparison.Ordinal);
        Assert.Contains("动态口令不正确", page, StringComparison.Ordinal);
        Assert.Contains("未启用", page, StringComparison.Ordinal);
    }
}
