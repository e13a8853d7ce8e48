using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Which acts an account allows, and their words.</summary>
public static class UserActs
{
    /// <param name="user">The account.</param>
    /// <param name="isOwn">Whether it is the administrator's own, whose password is changed elsewhere: a reset would end the session before the new one is shown.</param>
    public static IReadOnlyList<UserAct> For(UserRow user, bool isOwn) =>
    [
        .. Enum.GetValues<UserAct>().Where(act => act switch
        {
            UserAct.Office => true,
            UserAct.ResetPassword => !isOwn,
            UserAct.ResetSecondFactor => user.HasSecondFactor,
            UserAct.Disable => !user.IsDisabled,
            UserAct.Enable => user.IsDisabled,
        }),
    ];

    public static string Word(this UserAct act) => act switch
    {
        UserAct.Office => "调整角色和单位",
        UserAct.ResetPassword => "重置密码",
        UserAct.ResetSecondFactor => "解除动态口令",
        UserAct.Disable => "停用账号",
        UserAct.Enable => "启用账号",
    };

    /// <summary>What it brings with it, read before it is confirmed.</summary>
    public static string Consequence(this UserAct act, bool isOwn) => act switch
    {
        UserAct.Office => "所有登录随即结束，本人需要重新登录。",
        UserAct.ResetPassword => "现在的密码立即失效，所有登录随即结束，接口令牌全部撤销且不能恢复。新的一次性密码只显示一次，请当面或电话告知本人。",
        UserAct.ResetSecondFactor => "登录时不再要求动态口令，所有登录随即结束；本人可以重新启用。",
        UserAct.Disable => $"停用后{(isOwn ? "您" : "本人")}不能再登录，所有登录随即结束，接口令牌全部撤销；以后可以重新启用，但令牌不能恢复。",
        UserAct.Enable => "启用后本人可以用原来的密码登录；已撤销的接口令牌不能恢复。",
    };
}
