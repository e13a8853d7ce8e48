using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Api.Json;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Accounts; the system administrator only.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this RouteGroupBuilder api)
    {
        api.MapGet("/users", static async (ApiCaller caller, UserQueries users, CancellationToken cancellationToken) =>
                (await users.ListAsync(caller, cancellationToken)).Select(UserAnswer.Of).ToList())
            .Says("列出用户（仅系统管理员）", 403);
        api.MapPost("/users", CreateAsync)
            .Produces<NewUserAnswer>(StatusCodes.Status201Created)
            .Says("新建用户（仅系统管理员），一次性密码只显示这一次", 403, 409).TakesJson();
        api.MapPost("/users/{name}/reset-password", ResetAsync)
            .Says("重置密码（仅系统管理员），一次性密码只显示这一次", 403, 404);
        api.MapPost("/users/{name}/disable", static (ApiCaller caller, string name, UserQueries queries, UserService users, CancellationToken cancellationToken) =>
                ChangeAsync(caller, name, queries, users.DisableAsync, cancellationToken))
            .Says("停用用户，其会话和令牌随即失效（仅系统管理员）", 403, 404, 409);
        api.MapPost("/users/{name}/enable", static (ApiCaller caller, string name, UserQueries queries, UserService users, CancellationToken cancellationToken) =>
                ChangeAsync(caller, name, queries, users.EnableAsync, cancellationToken))
            .Says("启用用户（仅系统管理员）", 403, 404, 409);
    }

    private static async Task<IResult> CreateAsync(
        ApiCaller caller, NewUserRequest body, UserService users, CancellationToken cancellationToken)
    {
        var created = await users.CreateAsync(caller, body.ToCommand(), cancellationToken);
        return TypedResults.Created($"{PortalApi.Root}/users/{created.LoginName}", new NewUserAnswer(created.LoginName, created.OneTimePassword));
    }

    private static async Task<NewUserAnswer> ResetAsync(
        ApiCaller caller, string name, UserQueries queries, UserService users, CancellationToken cancellationToken)
    {
        var user = await FindAsync(caller, name, queries, cancellationToken);
        return new NewUserAnswer(user.LoginName, await users.ResetPasswordAsync(caller, user.Id, cancellationToken));
    }

    private static async Task<UserAnswer> ChangeAsync(
        ApiCaller caller, string name, UserQueries queries, Func<Caller, Seen<Guid>, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        var user = await FindAsync(caller, name, queries, cancellationToken);
        await change(caller, user.Id, cancellationToken);
        return UserAnswer.Of(await FindAsync(caller, name, queries, cancellationToken));
    }

    private static async Task<UserRow> FindAsync(ApiCaller caller, string name, UserQueries queries, CancellationToken cancellationToken) =>
        (await queries.ListAsync(caller, cancellationToken)).FirstOrDefault(user => string.Equals(user.LoginName, LoginName.Read(name), StringComparison.OrdinalIgnoreCase))
        ?? throw RefusalException.NotFound("没有这个登录名，请核对用户列表。");
}

/// <summary>An account to be made.</summary>
/// <param name="Name">登录名.</param>
/// <param name="DisplayName">姓名; left out for the login name.</param>
/// <param name="Role">clerk, countyReviewer, departmentReviewer, bureau, leader, admin or auditor.</param>
/// <param name="Region">区划代码, for the county roles.</param>
/// <param name="Department">Its id, for department reviewers.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewUserRequest(
    [property: Required, JsonConverter(typeof(StorableTextConverter))] string? Name = null,
    [property: JsonConverter(typeof(StorableTextConverter))] string? DisplayName = null,
    [property: Required] string? Role = null,
    [property: JsonConverter(typeof(StorableTextConverter))] string? Region = null,
    [property: JsonConverter(typeof(StorableTextConverter))] string? Department = null)
{
    /// <exception cref="RefusalException">Invalid: an unknown role, and what else is wrong then.</exception>
    public NewUser ToCommand()
    {
        if (UserRoles.FromCode(Role) is not { } role)
        {
            var codes = string.Join('、', Enum.GetValues<UserRole>().Select(known => known.Code()));
            List<FieldFault> faults = [new("role", $"角色应为{codes}之一。")];
            if (!LoginName.IsValid(LoginName.Read(Name)))
            {
                faults.Add(new FieldFault("name", LoginName.Advice));
            }

            throw RefusalException.Invalid(RefusalCodes.InvalidValue, "没有这个角色。", faults);
        }

        return new NewUser(Name ?? "", string.IsNullOrWhiteSpace(DisplayName) ? LoginName.Read(Name) : DisplayName, new Office(role, Region, Department));
    }
}

/// <summary>An account with the password for its first sign-in.</summary>
internal sealed record NewUserAnswer(string Name, string OneTimePassword);

/// <summary>An account.</summary>
internal sealed record UserAnswer(
    string Name,
    string DisplayName,
    string Role,
    string? Region,
    string? Department,
    bool Disabled,
    bool MustChangePassword,
    bool Demo,
    DateTimeOffset? LockedUntil,
    DateTimeOffset? LastSignInAt,
    DateTimeOffset CreatedAt)
{
    public static UserAnswer Of(UserRow user) => new(
        user.LoginName,
        user.DisplayName,
        user.Role.Code(),
        user.UnitCode,
        user.DepartmentId,
        user.IsDisabled,
        user.MustChangePassword,
        user.IsDemo,
        user.LockedUntil,
        user.LastSignInAt,
        user.CreatedAt);
}
