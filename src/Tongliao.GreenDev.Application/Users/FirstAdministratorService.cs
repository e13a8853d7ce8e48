using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Users.Passwords;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Sees to it that a new installation has an administrator whose password somebody knows.</summary>
public sealed class FirstAdministratorService(WriteTransaction write, UserStore store, IPasswordHasher<GreenDevUser> hasher)
{
    /// <summary>
    /// Makes the administrator of a new installation: <c>admin</c>, or <c>admin2</c> and so on where somebody else bears that
    /// name, so that nobody is locked out by it. While nobody has signed in with it, nobody may have seen the password: each
    /// start gives another.
    /// </summary>
    /// <param name="password">Null for a random one; it has to be changed at the first sign-in either way.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Null when there is an administrator who has signed in, or who was made in another way.</returns>
    /// <exception cref="RefusalException">The password breaks a rule.</exception>
    public Task<CreatedUser?> EnsureAsync(string? password, CancellationToken cancellationToken) =>
        write.RunAsSystemAsync(
            async scope =>
            {
                // Two processes on a new database must not both make one.
                await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Administrators})", cancellationToken);
                var administrators = await scope.Db.Users.Where(user => user.Role == UserRole.Admin && !user.IsDemo).ToListAsync(cancellationToken);
                return administrators switch
                {
                    [] => await CreateAsync(scope, password ?? OneTimePassword.Create()),
                    [{ IsFirstAdministrator: true, LastSignInAt: null, MustChangePassword: true, IsDisabled: false } unused] =>
                        await RenewAsync(scope, unused, password),
                    _ => null,
                };
            },
            cancellationToken);

    private async Task<CreatedUser> CreateAsync(WriteScope scope, string password)
    {
        var administrator = new NewUser(await FreeNameAsync(scope, "admin"), "系统管理员", new Office(UserRole.Admin, null, null));
        var user = await store.AddAsync(scope, administrator, password, isFirstAdministrator: true);
        return new CreatedUser(user.Id, user.UserName!, password);
    }

    private async Task<CreatedUser> RenewAsync(WriteScope scope, GreenDevUser user, string? password)
    {
        if (password is null || hasher.VerifyHashedPassword(user, user.PasswordHash!, password) == PasswordVerificationResult.Failed)
        {
            password ??= OneTimePassword.Create();
            await store.ReplacePasswordAsync(scope, user, password);
            scope.Audit(AuditKinds.PasswordReset, UserStore.Subject(user), before: null, after: null);
        }

        return new CreatedUser(user.Id, user.UserName!, password);
    }

    private static async Task<string> FreeNameAsync(WriteScope scope, string wanted)
    {
        var name = wanted;
        for (var number = 2; await scope.Db.Users.AnyAsync(user => user.NormalizedUserName == LoginName.Normalise(name), scope.CancellationToken); number++)
        {
            name = $"{wanted}{number}";
        }

        return name;
    }
}
