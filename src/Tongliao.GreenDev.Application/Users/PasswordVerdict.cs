using Tongliao.GreenDev.Application.Identity;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>What came of checking a password.</summary>
/// <param name="User">Whose it is, as read before the check; null for nobody's.</param>
/// <param name="IsRight">Whether it is the password.</param>
/// <param name="WasLocked">Too many tries went before, so the password was not looked at.</param>
/// <param name="LockedNow">Counting this try locked the place it came from.</param>
/// <param name="NeedsRehash">It was stored with fewer rounds than today's.</param>
public sealed record PasswordVerdict(GreenDevUser? User, bool IsRight, bool WasLocked, bool LockedNow, bool NeedsRehash)
{
    /// <summary>Why nobody came in, as the audit says it: who has the right password is kept out by the account alone.</summary>
    public SignInFailure Failure =>
        WasLocked ? SignInFailure.Locked
        : User is null ? SignInFailure.UnknownName
        : IsRight ? SignInFailure.Disabled
        : LockedNow ? SignInFailure.WrongPasswordLockedNow
        : SignInFailure.WrongPassword;
}
