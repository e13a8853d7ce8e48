using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Switches one's own one-time code (动态口令) on and off.</summary>
public sealed partial class AccountSecondFactor(
    UserQueries users, SecondFactorService factors, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    /// <summary>Null until it is read.</summary>
    private bool? isOn;

    protected override async Task LoadAsync(Caller caller) => isOn = (await users.OwnAsync(caller, CancellationToken.None)).HasSecondFactor;

    private Task BeginAsync() => AskAsync(async caller =>
    {
        var enrolment = await factors.BeginAsync(caller, CancellationToken.None);
        return await dialogs.AskAsync(new DialogParameters<SecondFactorOnDialog> { { dialog => dialog.Enrolment, enrolment } });
    });

    private Task DisableAsync() => AskAsync(_ => dialogs.AskAsync(new DialogParameters<SecondFactorOffDialog>()));
}
