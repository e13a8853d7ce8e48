using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>One's own bearer tokens: list, make, revoke.</summary>
public sealed partial class AccountTokens(
    TokenService service, OfficeClock clock, TimeProvider time, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private IReadOnlyList<TokenRow>? tokens;

    protected override async Task LoadAsync(Caller caller) => tokens = await service.ListAsync(caller, CancellationToken.None);

    private bool IsGood(TokenRow token) => token.RevokedAt is null && token.ExpiresAt > time.GetUtcNow();

    private Task CreateAsync() => AskAsync(_ => dialogs.AskAsync(new DialogParameters<NewTokenDialog>()));

    private Task RevokeAsync(TokenRow token) => AskAsync(_ => dialogs.AskAsync(new DialogParameters<RevokeTokenDialog> { { dialog => dialog.Token, token } }));
}
