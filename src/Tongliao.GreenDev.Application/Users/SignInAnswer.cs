namespace Tongliao.GreenDev.Application.Users;

/// <summary>What a try to sign in led to.</summary>
public abstract record SignInAnswer
{
    /// <summary>The person is who they say.</summary>
    public sealed record Accepted(NewSession User) : SignInAnswer;

    /// <summary>The password was right; a one-time code (动态口令) is still to come, together with this text.</summary>
    public sealed record CodeRequired(string Challenge) : SignInAnswer;

    /// <summary>No, and what to do; the same words for an unknown name, a wrong password and a disabled account.</summary>
    /// <param name="Message">Chinese.</param>
    /// <param name="MayTryCodeAgain">Only the code was wrong; the password need not be typed again.</param>
    public sealed record Refused(string Message, bool MayTryCodeAgain = false) : SignInAnswer;
}
