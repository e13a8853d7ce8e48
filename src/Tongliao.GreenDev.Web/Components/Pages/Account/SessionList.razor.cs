using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Where a person is signed in, with dialogs that end it: one's own, or somebody's for the administrator.</summary>
public sealed partial class SessionList(SessionService service, OfficeClock clock, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private IReadOnlyList<SessionRow>? sessions;
    private string? ownId;
    private Guid userId;

    /// <summary>Null for one's own.</summary>
    [Parameter]
    public Guid? Of { get; set; }

    private bool IsOwn => Of is null;

    private string OthersWord => ownId is null ? "结束全部登录" : "结束其他全部登录";

    protected override async Task LoadAsync(Caller caller)
    {
        userId = Of ?? caller.UserId;
        sessions = await service.ListAsync(caller, userId, CancellationToken.None);

        // The administrator's own session is in no list of others.
        ownId = sessions.FirstOrDefault(session => session.Id == caller.SessionId)?.Id;
    }

    private Task EndAsync(SessionRow session) => AskAsync(_ => dialogs.AskAsync(new DialogParameters<EndSessionsDialog>
    {
        { dialog => dialog.UserId, userId },
        { dialog => dialog.Session, session },
    }));

    private Task EndOthersAsync() => AskAsync(_ => dialogs.AskAsync(new DialogParameters<EndSessionsDialog>
    {
        { dialog => dialog.UserId, userId },
        { dialog => dialog.KeptId, ownId },
    }));
}
