using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Users.Passwords;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Keeps the accounts: the system administrator makes, disables and moves them; everybody changes their own password.</summary>
public sealed class UserService(
    WriteTransaction write,
    UserStore store,
    OneTimeCodes codes,
    PasswordCheck check,
    LiveSessions sessions)
{
    /// <summary>Makes an account with a one-time password.</summary>
    /// <exception cref="RefusalException">Not the administrator, a fault in name or office, or the name is taken.</exception>
    public Task<CreatedUser> CreateAsync(Caller caller, NewUser user, CancellationToken cancellationToken) =>
        write.RunAsync(
            caller,
            user,
            scope =>
            {
                scope.Actor.Require(Act.ManageUsers);
                return AddAsync(scope, user, OneTimePassword.Create());
            },
            cancellationToken);

    /// <summary>The same from the command line.</summary>
    /// <param name="user">Who.</param>
    /// <param name="plan">Key of the plan whose unit or department it is; null for the one loaded first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<CreatedUser> CreateAsSystemAsync(NewUser user, string? plan, CancellationToken cancellationToken) =>
        write.RunAsSystemAsync(
            async scope =>
            {
                var ids = scope.Db.Plans.Where(one => plan == null || one.Key == plan).OrderBy(one => one.Id).Select(one => (int?)one.Id);
                scope.About(await ids.FirstOrDefaultAsync(cancellationToken) ?? throw RefusalException.NoSuchPlan());
                return await AddAsync(scope, user, OneTimePassword.Create());
            },
            cancellationToken);

    /// <summary>
    /// Gives the owner of a forgotten or stolen password a new one to be changed at once; ends their sessions and tokens and
    /// lifts a lock.
    /// </summary>
    /// <returns>The one-time password.</returns>
    /// <exception cref="RefusalException">Not the administrator, unknown, or changed since it was seen.</exception>
    public Task<string> ResetPasswordAsync(Caller caller, Seen<Guid> account, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            account,
            new { Act = "reset-password", account },
            AuditKinds.PasswordReset,
            async (scope, user) =>
            {
                var password = OneTimePassword.Create();
                await store.SetPasswordAsync(scope, user, password);
                await UserStore.RevokeTokensAsync(scope, user);
                user.MustChangePassword = true;
                await SignInLock.ForgetAsync(scope, user);
                return password;
            },
            cancellationToken);

    /// <summary>Takes the second factor off an account whose owner lost the telephone.</summary>
    /// <exception cref="RefusalException">Not the administrator, unknown, none there, or changed since it was seen.</exception>
    public Task ResetSecondFactorAsync(Caller caller, Seen<Guid> account, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            account,
            new { Act = "reset-second-factor", account },
            AuditKinds.SecondFactorChanged,
            async (scope, user) =>
            {
                RequireState(user.TwoFactorEnabled, "该账号没有启用动态口令，无需重置。");
                await codes.RemoveAsync(scope, user);
                return user.Id;
            },
            cancellationToken);

    /// <summary>解除锁定, from the command line: wherever too many wrong passwords came from, they may be tried again.</summary>
    /// <exception cref="RefusalException">No such account.</exception>
    public Task UnlockAsSystemAsync(string loginName, CancellationToken cancellationToken) =>
        write.RunAsSystemAsync(
            async scope =>
            {
                var user = await SignInLock.LockUserAsync(scope, loginName) ?? throw RefusalException.NotFound("没有这个登录名。");
                await SignInLock.ClearAsync(scope, user);
                scope.Audit(AuditKinds.Unlocked, UserStore.Subject(user), before: null, after: null);
                return user.Id;
            },
            cancellationToken);

    /// <summary>停用: sessions and tokens end at once, and stay ended if the account is enabled again.</summary>
    /// <exception cref="RefusalException">Not the administrator, unknown, disabled already, the last administrator, or changed since it was seen.</exception>
    public Task DisableAsync(Caller caller, Seen<Guid> account, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            account,
            new { Act = "disable", account },
            AuditKinds.UserChanged,
            async (scope, user) =>
            {
                RequireState(!user.IsDisabled, "该账号已经停用。");
                await RequireAnotherAdministratorAsync(scope, user);
                user.IsDisabled = true;
                await UserStore.RevokeTokensAsync(scope, user);
                return user.Id;
            },
            cancellationToken);

    /// <exception cref="RefusalException">Not the administrator, unknown, not disabled, or changed since it was seen.</exception>
    public Task EnableAsync(Caller caller, Seen<Guid> account, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            account,
            new { Act = "enable", account },
            AuditKinds.UserChanged,
            async (scope, user) =>
            {
                RequireState(user.IsDisabled, "该账号没有停用。");
                user.IsDisabled = false;
                await SignInLock.ForgetAsync(scope, user);
                return user.Id;
            },
            cancellationToken);

    /// <summary>Moves a person to another role, unit or department; they sign in anew.</summary>
    /// <exception cref="RefusalException">Not the administrator, unknown, an office that does not fit together, the last administrator, or changed since it was seen.</exception>
    public Task ChangeOfficeAsync(Caller caller, Seen<Guid> account, Office office, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            account,
            new { Act = "office", account, office },
            AuditKinds.UserChanged,
            async (scope, user) =>
            {
                if (office.Role != UserRole.Admin)
                {
                    await RequireAnotherAdministratorAsync(scope, user);
                }

                await Offices.AssignAsync(scope, user, office);
                return user.Id;
            },
            cancellationToken);

    /// <summary>Changes one's own password; every session ends, this one too, and the tokens where that is wished.</summary>
    /// <exception cref="RefusalException">The current one is wrong, or the new one breaks a rule or was used before.</exception>
    public async Task ChangeOwnPasswordAsync(Caller caller, OwnPassword change, CancellationToken cancellationToken)
    {
        await check.RequireOwnAsync(caller, change.Current, cancellationToken);
        await write.RunAsync(
            caller,
            async scope =>
            {
                var user = await HeldAsync(scope, caller.UserId);
                await store.SetPasswordAsync(scope, user, change.Replacement ?? "");
                user.MustChangePassword = false;
                await store.EndSessionsAsync(scope, user);
                var after = change.EndsTokens ? new AuditedRevocation(await UserStore.RevokeTokensAsync(scope, user)) : null;
                scope.Audit(AuditKinds.PasswordChanged, UserStore.Subject(user), before: null, after);
                return user.Id;
            },
            cancellationToken);
        sessions.EndAllOf(caller.UserId);
    }

    private async Task<T> ChangeAsync<T>(
        Caller caller,
        Seen<Guid> account,
        object command,
        string kind,
        Func<WriteScope, GreenDevUser, Task<T>> change,
        CancellationToken cancellationToken)
    {
        var result = await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ManageUsers);
                var user = await HeldAsync(scope, account.Subject);
                await UserStore.BeginChangeAsync(scope, user, account.Version);
                var before = await UserStore.StateAsync(scope.Db, user, cancellationToken);
                var changed = await change(scope, user);
                await store.EndSessionsAsync(scope, user);
                scope.Audit(kind, UserStore.Subject(user), before, await UserStore.StateAsync(scope.Db, user, cancellationToken));
                return changed;
            },
            cancellationToken);
        sessions.EndAllOf(account.Subject);
        return result;
    }

    private async Task<CreatedUser> AddAsync(WriteScope scope, NewUser account, string password)
    {
        var user = await store.AddAsync(scope, account, password);
        return new CreatedUser(user.Id, user.UserName!, password);
    }

    private static async Task<GreenDevUser> HeldAsync(WriteScope scope, Guid userId) =>
        await SignInLock.LockUserAsync(scope, userId) ?? throw RefusalException.NotFound("没有这个账号，请刷新用户列表。");

    private static void RequireState(bool isFitting, string message)
    {
        if (!isFitting)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, message);
        }
    }

    /// <summary>Nobody could make accounts any more. One at a time, lest two administrators disable each other at once.</summary>
    private static async Task RequireAnotherAdministratorAsync(WriteScope scope, GreenDevUser user)
    {
        if (user.Role != UserRole.Admin || user.IsDisabled)
        {
            return;
        }

        await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Administrators})", scope.CancellationToken);
        var hasOther = await scope.Db.Users.AnyAsync(
            other => other.Role == UserRole.Admin && !other.IsDisabled && other.Id != user.Id, scope.CancellationToken);
        RequireState(hasOther, "这是最后一个可用的系统管理员，请先另设一个系统管理员。");
    }
}
