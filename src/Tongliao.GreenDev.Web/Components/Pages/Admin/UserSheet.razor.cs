using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What is known of an account, with the dialogs in which it is changed.</summary>
public sealed partial class UserSheet(
    UserQueries users,
    ReadScopeQueries scopes,
    TimeProvider time,
    OfficeClock clock,
    IDialogService dialogs,
    AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private UserRow? user;
    private ReadScope scope = default!;

    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    private bool IsOwn => scope.Actor.UserId == Id;

    private UserState State => UserStates.Of(user!, time.GetUtcNow());

    protected override async Task LoadAsync(Caller caller)
    {
        scope = await scopes.ReadAsync(caller, CancellationToken.None);
        user = (await users.ListAsync(caller, CancellationToken.None)).FirstOrDefault(row => row.Id == Id)
            ?? throw RefusalException.NotFound("没有这个账号，请刷新用户列表。");
    }

    private Task ActAsync(UserAct act) => AskAsync(_ => dialogs.AskAsync(new DialogParameters<UserActDialog>
    {
        { dialog => dialog.Act, act },
        { dialog => dialog.User, user! },
        { dialog => dialog.IsOwn, IsOwn },
        { dialog => dialog.Facts, scope.Facts },
    }));
}
