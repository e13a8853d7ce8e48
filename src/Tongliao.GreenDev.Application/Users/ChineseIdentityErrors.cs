using Microsoft.AspNetCore.Identity;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>What Identity itself refuses, in Chinese; the rules of this portal carry their own words.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), "操作未完成，请重试。");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "该账号刚刚被其他人修改，请刷新后重试。");

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), LoginName.Advice);

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), $"登录名“{userName}”已被使用（不区分大小写），请换一个。");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
