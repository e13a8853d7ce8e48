using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>One account, and what the administrator can do with it.</summary>
public sealed partial class UserPage(
    UserQueries users,
    UserService service,
    ReadScopeQueries scopes,
    TimeProvider time,
    OfficeClock clock,
    NavigationManager navigation,
    SecretsShownOnce secrets)
    : ActingPage(navigation, secrets)
{
    private const string ResetForm = "reset-password";
    private const string DisableForm = "disable";

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    /// <summary>The act that made a password, after its redirect.</summary>
    [SupplyParameterFromQuery]
    private string? Issued { get; set; }

    /// <summary>The form to be confirmed, of those that are not to be sent by one click.</summary>
    [SupplyParameterFromQuery(Name = "act")]
    private string? Asked { get; set; }

    private UserRow User { get; set; } = default!;

    private ReadScope Scope { get; set; } = default!;

    /// <summary>Resetting it here would sign the administrator out before the new password was shown.</summary>
    private bool IsOwn => Scope.Actor.UserId == Id;

    private UserState State => UserStates.Of(User, time.GetUtcNow());

    private string? DoneText => (Done, User.IsDisabled) switch
    {
        ("disabled", true) => "账号已停用，其所有登录已结束。",
        ("enabled", false) => "账号已启用。",
        ("office", _) => $"已调整为{User.OfficeName}，本人需要重新登录。",
        ("second-factor", _) => "动态口令已解除，本人可重新启用。",
        _ => null,
    };

    private IEnumerable<ConflictRow> Conflict =>
    [
        new ConflictRow("角色和单位", Posted["_handler"] == "office" ? PostedOffice : "", User.OfficeName),
        new ConflictRow("状态", ActWord, State.Word()),
    ];

    private string PostedOffice
    {
        get
        {
            var unit = Scope.Facts.Plan.Units.FirstOrDefault(unit => unit.Code == Posted["unit"]);
            var department = Scope.Facts.Plan.Departments.FirstOrDefault(department => department.Id == Posted["department"]);
            return UserRoles.FromCode(Posted["role"]) switch
            {
                { } role when role.IsCounty() => role.OfficeName(unit?.ShortName),
                { } role when role.IsDepartment() => role.OfficeName(department?.ShortName),
                { } role => role.Word(),
                null => "",
            };
        }
    }

    private string ActWord => Posted["_handler"].ToString() switch
    {
        DisableForm => "停用账号",
        ResetForm => "重置密码",
        "enable" => "启用账号",
        "reset-second-factor" => "解除动态口令",
        _ => "",
    };

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        User = (await users.ListAsync(caller, cancellationToken)).FirstOrDefault(user => user.Id == Id)
            ?? throw RefusalException.NotFound("没有这个账号，请刷新用户列表。");
        Scope = await scopes.ReadAsync(caller, cancellationToken);
    }

    private string ConfirmAddress(string form) => $"{UserAddress.Of(Id)}?act={form}#panel";

    private Task ResetAsync() => IssueAsync(UserAddress.Of(Id), async (caller, cancellationToken) =>
        new ShownSecret(User.LoginName, await service.ResetPasswordAsync(caller, AsShown(Id), cancellationToken)));

    private Task DisableAsync() => DoAsync(service.DisableAsync, "disabled");

    private Task EnableAsync() => DoAsync(service.EnableAsync, "enabled");

    private Task ResetSecondFactorAsync() => DoAsync(service.ResetSecondFactorAsync, "second-factor");

    private Task ChangeOfficeAsync() =>
        DoAsync((caller, account, cancellationToken) => service.ChangeOfficeAsync(caller, account, UserForm.Office(Posted), cancellationToken), "office");

    private Task DoAsync(Func<Caller, Seen<Guid>, CancellationToken, Task> act, string done) =>
        ActAsync($"{UserAddress.Of(Id)}?done={done}", (caller, cancellationToken) => act(caller, AsShown(Id), cancellationToken));
}
