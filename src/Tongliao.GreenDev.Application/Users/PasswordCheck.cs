using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Users.Passwords;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>
/// Checks passwords: counts the try first, in a short transaction of its own, then hashes without holding a connection.
/// A name that nobody has takes as long as one that somebody has.
/// </summary>
public sealed class PasswordCheck
{
    private readonly WriteTransaction write;
    private readonly IPasswordHasher<GreenDevUser> hasher;
    private readonly UnknownNames unknownNames;
    private readonly SignInsOptions limits;
    private readonly GreenDevUser nobody;
    private readonly string nobodysHash;

    public PasswordCheck(
        WriteTransaction write, IPasswordHasher<GreenDevUser> hasher, UnknownNames unknownNames, IOptions<SignInsOptions> limits)
    {
        this.write = write;
        this.hasher = hasher;
        this.unknownNames = unknownNames;
        this.limits = limits.Value;
        nobody = new GreenDevUser { DisplayName = "", Role = default, CreatedAt = default };
        nobodysHash = hasher.HashPassword(nobody, RandomNumberGenerator.GetHexString(32));
    }

    public Task<PasswordVerdict> RunAsync(string loginName, string password, string address, CancellationToken cancellationToken) =>
        RunAsync(LoginName.Normalise(loginName), scope => SignInLock.LockUserAsync(scope, loginName), password, address, cancellationToken);

    /// <summary>Asks a signed-in person for their own password again, since an unattended screen must not be enough.</summary>
    /// <exception cref="RefusalException">Not the password, or the account is locked.</exception>
    public async Task RequireOwnAsync(Caller caller, string? password, CancellationToken cancellationToken)
    {
        var verdict = await RunAsync(
            caller.UserId.ToString(), scope => SignInLock.LockUserAsync(scope, caller.UserId), password ?? "", caller.Address, cancellationToken);
        if (!verdict.IsRight)
        {
            await RecordAsync(caller, verdict, cancellationToken);
        }

        if (verdict.WasLocked)
        {
            throw RefusalException.Conflict(RefusalCodes.Locked, $"输错次数过多，请{limits.LockMinutes}分钟后再试。");
        }

        if (!verdict.IsRight)
        {
            const string Message = "当前密码不正确，请核对大小写后重新输入。";
            throw RefusalException.Invalid(RefusalCodes.PasswordWrong, Message, new FieldFault("currentPassword", Message));
        }

        await write.RunAsync(caller, scope => TakeBackAsync(scope, verdict.LockedNow), cancellationToken);
    }

    private async Task<PasswordVerdict> RunAsync(
        string name, Func<WriteScope, Task<GreenDevUser?>> holdAsync, string password, string address, CancellationToken cancellationToken)
    {
        var counted = await write.RunAsSystemAsync(
            async scope => await CountAsync(scope, await holdAsync(scope), name, address), cancellationToken);

        // Nobody has a password this long; hashing it would only cost.
        if (counted.WasLocked || password.Length > PasswordsOptions.MaximumLength)
        {
            return counted;
        }

        var result = hasher.VerifyHashedPassword(counted.User ?? nobody, counted.User?.PasswordHash ?? nobodysHash, password);
        return counted with
        {
            IsRight = counted.User?.PasswordHash is not null && result != PasswordVerificationResult.Failed,
            NeedsRehash = result == PasswordVerificationResult.SuccessRehashNeeded,
        };
    }

    /// <summary>Somebody sits at a signed-in screen and does not know its owner's password.</summary>
    private Task<bool> RecordAsync(Caller caller, PasswordVerdict verdict, CancellationToken cancellationToken) => write.RunAsSystemAsync(
        scope =>
        {
            if (verdict.User is { } user)
            {
                SignInAudit.Add(scope, AuditKinds.PasswordAsked, user, caller.Address, succeeded: false, new AuditedFailure(verdict.Failure));
            }

            return Task.FromResult(true);
        },
        cancellationToken);

    private static async Task<bool> TakeBackAsync(WriteScope scope, bool locked)
    {
        var user = (await SignInLock.LockUserAsync(scope, scope.Actor.UserId))!;
        await SignInLock.TakeBackAsync(scope, user, scope.Actor.Address, locked);
        return true;
    }

    private async Task<PasswordVerdict> CountAsync(WriteScope scope, GreenDevUser? user, string name, string address)
    {
        var verdict = new PasswordVerdict(user, IsRight: false, WasLocked: false, LockedNow: false, NeedsRehash: false);
        if (user is null)
        {
            return verdict with { WasLocked = unknownNames.IsLocked(name, address, scope.Now) };
        }

        var outcome = await SignInLock.CountAsync(scope, user, address, limits);
        return verdict with { WasLocked = outcome == TryOutcome.Refused, LockedNow = outcome == TryOutcome.LockedNow };
    }
}
