using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>One act on one account, with what it brings with it; a password that it makes is told here, once.</summary>
public sealed partial class UserActDialog(UserService service, UserQueries users, TimeProvider time)
{
    private readonly OfficeChoice office = new();
    private string? password;
    private UserRow? theirs;

    [Parameter, EditorRequired]
    public UserAct Act { get; set; }

    [Parameter, EditorRequired]
    public UserRow User { get; set; } = default!;

    /// <summary>Whether it is the administrator's own.</summary>
    [Parameter, EditorRequired]
    public bool IsOwn { get; set; }

    [Parameter, EditorRequired]
    public PlanFacts Facts { get; set; } = default!;

    protected override void OnInitialized()
    {
        office.Role = User.Role;
        office.Unit = Facts.Plan.Units.FirstOrDefault(unit => unit.Code == User.UnitCode);
        office.Department = Facts.Plan.Departments.FirstOrDefault(department => department.Id == User.DepartmentId);
    }

    private async Task SendAsync(Caller caller, int? version)
    {
        try
        {
            await ActAsync(caller, new Seen<Guid>(User.Id, version));
        }
        catch (RefusalException refusal) when (refusal.Current is CurrentUser)
        {
            theirs = (await users.ListAsync(caller, CancellationToken.None)).FirstOrDefault(user => user.Id == User.Id);
            throw;
        }
    }

    private async Task ActAsync(Caller caller, Seen<Guid> account)
    {
        switch (Act)
        {
            case UserAct.Office:
                await service.ChangeOfficeAsync(caller, account, office.Read(), CancellationToken.None);
                break;
            case UserAct.ResetPassword:
                password = await service.ResetPasswordAsync(caller, account, CancellationToken.None);
                break;
            case UserAct.ResetSecondFactor:
                await service.ResetSecondFactorAsync(caller, account, CancellationToken.None);
                break;
            case UserAct.Disable:
                await service.DisableAsync(caller, account, CancellationToken.None);
                break;
            case UserAct.Enable:
                await service.EnableAsync(caller, account, CancellationToken.None);
                break;
        }
    }

    private string Done() => Act switch
    {
        UserAct.Office => $"已调整为{office.Words}，本人需要重新登录。",
        UserAct.ResetPassword => "密码已重置，其所有登录已结束。",
        UserAct.ResetSecondFactor => "动态口令已解除，本人可重新启用。",
        UserAct.Disable => "账号已停用，其所有登录已结束。",
        UserAct.Enable => "账号已启用。",
    };

    private IEnumerable<ConflictRow> Conflict(object current) => theirs is null ? [] :
    [
        new ConflictRow("角色和单位", Act == UserAct.Office ? office.Words : "", theirs.OfficeName),
        new ConflictRow("状态", Act == UserAct.Office ? "" : Act.Word(), UserStates.Of(theirs, time.GetUtcNow()).Word()),
    ];
}
