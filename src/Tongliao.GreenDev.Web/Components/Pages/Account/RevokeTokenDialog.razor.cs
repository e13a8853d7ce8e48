using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Takes a token back.</summary>
public sealed partial class RevokeTokenDialog(TokenService service)
{
    [Parameter, EditorRequired]
    public TokenRow Token { get; set; } = default!;

    private Task SendAsync(Caller caller, int? version) => service.RevokeAsync(caller, Token.Id, CancellationToken.None);
}
