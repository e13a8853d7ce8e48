using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Authentication;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Login name and password, then the one-time code of those who have one. Works without script.</summary>
public sealed partial class SignInPage(SignInService signIns, DemoQueries demos, NavigationManager navigation)
{
    private string? fault;
    private string? challenge;
    private IReadOnlyList<DemoSignIn> demo = [];

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery(Name = "notice")]
    private string? NoticeCode { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    private SignInForm? Form { get; set; }

    [SupplyParameterFromForm(FormName = "code")]
    private CodeEntryForm? CodeForm { get; set; }

    [SupplyParameterFromForm(FormName = "demo")]
    private string? Account { get; set; }

    private string? Invalid => fault is null ? null : "true";

    private string? FaultId => fault is null ? null : "fault";

    private string? Notice => fault is not null ? null : NoticeCode switch
    {
        "signed-out" => "您已安全退出。",
        "expired" => "登录已超时或被结束，请重新登录。",
        "password-changed" => "密码已修改，请用新密码登录。",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        if (HttpContext.User.Identity is { IsAuthenticated: true } && HttpMethods.IsGet(HttpContext.Request.Method))
        {
            navigation.NavigateTo(ReturnAddress.Local(ReturnUrl));
            return;
        }

        // The form that was sent has to stand on the page again before it can be handled.
        challenge = CodeForm?.Challenge;
        demo = await demos.SignInsAsync(HttpContext.RequestAborted);
    }

    private async Task SignInAsync() => await AnswerAsync(
        await signIns.WithPasswordAsync(Form?.LoginName, Form?.Password, HttpContext.RemoteAddress(), HttpContext.RequestAborted));

    private async Task EnterCodeAsync() => await AnswerAsync(
        await signIns.WithCodeAsync(CodeForm?.Challenge, CodeForm?.Code, HttpContext.RemoteAddress(), HttpContext.RequestAborted));

    /// <summary>The usual way in, with the password that stands on this page.</summary>
    private async Task SignInAsDemoAsync()
    {
        var isListed = demo.Any(account => account.LoginName == Account);
        await AnswerAsync(isListed
            ? await signIns.WithPasswordAsync(Account, DemoUsers.Password, HttpContext.RemoteAddress(), HttpContext.RequestAborted)
            : new SignInAnswer.Refused("没有这个演示账号，请从列表中选择。"));
    }

    private async Task AnswerAsync(SignInAnswer answer)
    {
        switch (answer)
        {
            case SignInAnswer.Accepted accepted:
                await OpenSessionAsync(accepted.User);
                break;
            case SignInAnswer.CodeRequired required:
                challenge = required.Challenge;
                break;
            case SignInAnswer.Refused refused:
                fault = refused.Message;
                challenge = refused.MayTryCodeAgain ? CodeForm?.Challenge : null;
                break;
        }
    }

    private async Task OpenSessionAsync(NewSession user)
    {
        // A session made over another would keep its key: the old one ends, and signing in starts afresh.
        if (HttpContext.User.Identity is { IsAuthenticated: true })
        {
            await HttpContext.SignOutAsync(SessionClaims.Scheme);
            fault = "此浏览器原来的登录已退出，请再输入一次。";
            return;
        }

        await HttpContext.SignInAsync(SessionClaims.Scheme, SessionClaims.PrincipalOf(
            user, HttpContext.RemoteAddress(), DeviceWords.Of(HttpContext.Request.Headers.UserAgent)));
        navigation.NavigateTo(ReturnAddress.Local(ReturnUrl));
    }

    /// <summary>What the first step sends.</summary>
    private sealed class SignInForm
    {
        public string? LoginName { get; set; }

        public string? Password { get; set; }
    }

    /// <summary>What the second step sends.</summary>
    private sealed class CodeEntryForm
    {
        public string? Challenge { get; set; }

        public string? Code { get; set; }
    }
}
