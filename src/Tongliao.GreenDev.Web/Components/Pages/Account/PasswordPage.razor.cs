using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Application.Users.Passwords;
using Tongliao.GreenDev.Web.Hosting;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Changes one's own password; the only page of somebody who has a first password. Works without script.</summary>
public sealed partial class PasswordPage(UserService users, IOptions<PasswordsOptions> options, NavigationManager navigation)
{
    private FieldFault? fault;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "password")]
    private PasswordForm? Form { get; set; }

    private PasswordsOptions Rules => options.Value;

    private bool MustChange => HttpContext.User.HasClaim(claim => claim.Type == SessionClaims.MustChangePassword);

    private string? InvalidAt(string field) => fault?.Field == field ? "true" : null;

    private string? FaultAt(string field) => fault?.Field == field ? "fault" : null;

    private async Task ChangeAsync()
    {
        if (Form?.Replacement != Form?.Again)
        {
            fault = new FieldFault("again", "两次输入的新密码不一致，请重新输入。");
            return;
        }

        try
        {
            await users.ChangeOwnPasswordAsync(
                HttpContext.Caller(), new OwnPassword(Form?.Current, Form?.Replacement, Form?.EndsTokens == true), HttpContext.RequestAborted);
        }
        catch (RefusalException refusal)
        {
            fault = refusal.Errors is [var first, ..] ? first : new FieldFault("currentPassword", refusal.Message);
            return;
        }

        await HttpContext.SignOutAsync(SessionClaims.Scheme);
        navigation.NavigateTo($"{PortalAuthentication.SignInPath}?notice=password-changed");
    }

    /// <summary>What the page sends.</summary>
    private sealed class PasswordForm
    {
        public string? Current { get; set; }

        public string? Replacement { get; set; }

        public string? Again { get; set; }

        public bool EndsTokens { get; set; }
    }
}
