using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Users.Passwords;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Lets people in by password and, where they chose so, a one-time code.</summary>
public sealed class SignInService(
    WriteTransaction write,
    PasswordCheck check,
    OneTimeCodes codes,
    IPasswordHasher<GreenDevUser> hasher,
    IOptions<SignInsOptions> signIns,
    IOptions<PasswordsOptions> passwords,
    TimeProvider time)
{
    private const int LongestName = 64;

    private readonly SignInsOptions limits = signIns.Value;

    /// <summary>First step: login name and password.</summary>
    public async Task<SignInAnswer> WithPasswordAsync(string? loginName, string? password, string address, CancellationToken cancellationToken)
    {
        var name = LoginName.Read(loginName);
        if (name.Length == 0 || string.IsNullOrEmpty(password))
        {
            return new SignInAnswer.Refused("请输入登录名和密码。");
        }

        name = name[..Math.Min(name.Length, LongestName)];
        var start = time.GetTimestamp();
        var verdict = await check.RunAsync(name, password, address, cancellationToken);
        var answer = await write.RunAsSystemAsync(scope => DecideAsync(scope, verdict, name, password, address), cancellationToken);
        return answer is SignInAnswer.Refused ? await DelayAsync(answer, start, cancellationToken) : answer;
    }

    /// <summary>Second step: the code, and the text that the first step gave.</summary>
    public Task<SignInAnswer> WithCodeAsync(string? challenge, string? code, string address, CancellationToken cancellationToken) =>
        write.RunAsSystemAsync(scope => TryCodeAsync(scope, challenge, code, address), cancellationToken);

    /// <summary>Notes in the audit that a person signed out.</summary>
    public Task NoteSignOutAsync(Caller caller, CancellationToken cancellationToken) =>
        write.RunAsync(
            caller,
            scope =>
            {
                scope.Audit(AuditKinds.SignedOut, new AuditSubject.User(scope.Actor.UserName), before: null, after: null);
                return Task.FromResult(true);
            },
            cancellationToken);

    /// <summary>A known name costs a few writes more than an unknown one, and a locked one no hashing: none of that may show.</summary>
    private async Task<SignInAnswer> DelayAsync(SignInAnswer answer, long start, CancellationToken cancellationToken)
    {
        var left = TimeSpan.FromMilliseconds(limits.RefusalMilliseconds) - time.GetElapsedTime(start);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, cancellationToken);
        }

        return answer;
    }

    private async Task<SignInAnswer> DecideAsync(WriteScope scope, PasswordVerdict verdict, string name, string password, string address)
    {
        if (verdict.User is null)
        {
            SignInAudit.AddUnknown(scope, name, address, verdict.Failure);
            return Refuse(verdict.WasLocked);
        }

        var user = await SignInLock.LockUserAsync(scope, verdict.User.Id);
        if (user is null || !verdict.IsRight || user.IsDisabled || user.PasswordHash != verdict.User.PasswordHash)
        {
            SignInAudit.Add(scope, AuditKinds.SignedIn, user ?? verdict.User, address, succeeded: false, new AuditedFailure(verdict.Failure));
            return Refuse(verdict.WasLocked);
        }

        await SignInLock.TakeBackAsync(scope, user, address, verdict.LockedNow);
        if (verdict.NeedsRehash)
        {
            user.PasswordHash = hasher.HashPassword(user, password);
        }

        return user.TwoFactorEnabled ? new SignInAnswer.CodeRequired(codes.Challenge(user)) : await AcceptAsync(scope, user, address);
    }

    private async Task<SignInAnswer> TryCodeAsync(WriteScope scope, string? challenge, string? code, string address)
    {
        if (codes.Read(challenge) is not { } read || await SignInLock.LockUserAsync(scope, read.UserId) is not { } user
            || user.IsDisabled || !user.TwoFactorEnabled || user.SecurityStamp != read.Stamp)
        {
            return new SignInAnswer.Refused("验证已过期，请重新输入登录名和密码。");
        }

        var outcome = await SignInLock.CountAsync(scope, user, address, limits);
        if (outcome == TryOutcome.Refused)
        {
            SignInAudit.Add(scope, AuditKinds.SignedIn, user, address, succeeded: false, new AuditedFailure(SignInFailure.Locked));
            return Refuse(wasLocked: true);
        }

        var locked = outcome == TryOutcome.LockedNow;
        if (!await codes.RedeemAsync(scope, user, code))
        {
            var failure = locked ? SignInFailure.WrongCodeLockedNow : SignInFailure.WrongCode;
            SignInAudit.Add(scope, AuditKinds.SignedIn, user, address, succeeded: false, new AuditedFailure(failure));
            return locked ? Refuse(wasLocked: true) : new SignInAnswer.Refused("动态口令不正确或已用过，请输入验证器当前显示的6位数字。", MayTryCodeAgain: true);
        }

        return await AcceptAsync(scope, user, address);
    }

    private async Task<SignInAnswer> AcceptAsync(WriteScope scope, GreenDevUser user, string address)
    {
        await SignInLock.SignInAsync(scope, user, address);
        user.LastSignInAt = scope.Now;
        var isOld = passwords.Value.MaximumAgeDays is > 0 and var days && user.PasswordChangedAt?.AddDays(days) < scope.Now;
        user.MustChangePassword |= isOld && !user.IsDemo;
        SignInAudit.Add(scope, AuditKinds.SignedIn, user, address, succeeded: true, new AuditedSignIn(user.MustChangePassword));
        return new SignInAnswer.Accepted(new NewSession(user.Id, user.SecurityStamp!, user.MustChangePassword));
    }

    private SignInAnswer.Refused Refuse(bool wasLocked) => new(wasLocked
        ? $"输错次数过多，此处的登录已锁定{limits.LockMinutes}分钟。请稍后再试，或在最近登录过的地方登录，或请系统管理员重置密码。"
        : $"登录名或密码不正确，请核对大小写后重试。连续{limits.MaximumFailures}次输错将锁定{limits.LockMinutes}分钟；账号停用或忘记密码，请联系系统管理员。");
}
