using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Words of the states, and where users are managed.</summary>
public static class UserStates
{
    public static UserState Of(UserRow user, DateTimeOffset now) =>
        user.IsDisabled ? UserState.Disabled
        : user.LockedUntil > now ? UserState.Locked
        : user.MustChangePassword ? UserState.FirstPassword
        : UserState.Active;

    public static string Word(this UserState state) => state switch
    {
        UserState.Active => "正常",
        UserState.FirstPassword => "待改初始密码",
        UserState.Locked => "输错密码被锁",
        UserState.Disabled => "已停用",
    };

    public static UserState? FromCode(string? code) =>
        Enum.GetValues<UserState>().Cast<UserState?>().FirstOrDefault(state => state!.Value.Code() == code);

    /// <summary>As it stands in the address.</summary>
    public static string Code(this UserState state) => state switch
    {
        UserState.Active => "active",
        UserState.FirstPassword => "first-password",
        UserState.Locked => "locked",
        UserState.Disabled => "disabled",
    };
}
