using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Ends one session of a person, or all but one.</summary>
public sealed partial class EndSessionsDialog(SessionService service)
{
    private int ended;

    [Parameter, EditorRequired]
    public Guid UserId { get; set; }

    /// <summary>The one to end; null for all but <see cref="KeptId"/>.</summary>
    [Parameter]
    public SessionRow? Session { get; set; }

    [Parameter]
    public string? KeptId { get; set; }

    private string Title => Session is { } session ? $"结束登录：{session.Device}" : KeptId is null ? "结束全部登录" : "结束其他全部登录";

    private string DoneText => Session is { } session ? $"{session.Device} 的登录已结束。" : $"已结束{ended}处登录。";

    private async Task SendAsync(Caller caller, int? version)
    {
        if (Session is { } session)
        {
            await service.EndAsync(caller, UserId, session.Id, CancellationToken.None);
            return;
        }

        ended = await service.EndOthersAsync(caller, UserId, KeptId, CancellationToken.None);
    }
}
