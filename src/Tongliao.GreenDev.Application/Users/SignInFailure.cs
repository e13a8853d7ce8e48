namespace Tongliao.GreenDev.Application.Users;

/// <summary>Why a sign-in, or the question for one's own password, failed. Only the audit tells.</summary>
public enum SignInFailure
{
    /// <summary>The place was locked out of the account before it was tried.</summary>
    Locked,

    UnknownName,

    Disabled,

    WrongPassword,

    WrongPasswordLockedNow,

    WrongCode,

    WrongCodeLockedNow,
}

/// <summary>Chinese words for a failure.</summary>
public static class SignInFailures
{
    public static string Word(this SignInFailure failure) => failure switch
    {
        SignInFailure.Locked => "账号被锁定",
        SignInFailure.UnknownName => "登录名不存在",
        SignInFailure.Disabled => "账号已停用",
        SignInFailure.WrongPassword => "密码错误",
        SignInFailure.WrongPasswordLockedNow => "密码错误，账号因此锁定",
        SignInFailure.WrongCode => "动态口令错误",
        SignInFailure.WrongCodeLockedNow => "动态口令错误，账号因此锁定",
    };
}
