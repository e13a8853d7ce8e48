using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Makes accounts and changes their passwords, within the transaction of whoever asks.</summary>
public sealed class UserStore(IdentityFactory identity)
{
    private const int LongestDisplayName = 32;

    /// <summary>Adds an account with its audit row.</summary>
    /// <exception cref="RefusalException">A fault in name, office or password, or the name is taken.</exception>
    internal async Task<GreenDevUser> AddAsync(WriteScope scope, NewUser account, string password, bool isFirstAdministrator = false)
    {
        var user = new GreenDevUser
        {
            Id = Guid.CreateVersion7(scope.Now),
            UserName = RequireLoginName(account.LoginName),
            DisplayName = RequireDisplayName(account.DisplayName),
            Role = account.Office.Role,
            MustChangePassword = true,
            IsFirstAdministrator = isFirstAdministrator,
            PasswordChangedAt = scope.Now,
            CreatedAt = scope.Now,
        };
        await Offices.AssignAsync(scope, user, account.Office);
        var result = await identity.Over(scope.Db).CreateAsync(user, password);
        result.Require(result.Errors.Any(error => error.Code.Contains("Password", StringComparison.Ordinal)) ? "password" : "name");
        scope.Audit(AuditKinds.UserCreated, Subject(user), before: null, await StateAsync(scope.Db, user, scope.CancellationToken));
        await SaveAsync(scope, user);
        return user;
    }

    /// <summary>Files the current password and sets another; renews the security stamp, so that sessions end.</summary>
    /// <exception cref="RefusalException">The new one breaks a rule or was used before.</exception>
    internal async Task SetPasswordAsync(WriteScope scope, GreenDevUser user, string password)
    {
        if (user.PasswordHash is { } current)
        {
            scope.Db.FormerPasswords.Add(new FormerPassword { UserId = user.Id, Hash = current, ReplacedAt = scope.Now });
        }

        await ReplacePasswordAsync(scope, user, password);
    }

    /// <summary>The same for a password that nobody has used: it is not filed.</summary>
    /// <exception cref="RefusalException">The new one breaks a rule.</exception>
    internal async Task ReplacePasswordAsync(WriteScope scope, GreenDevUser user, string password)
    {
        var users = identity.Over(scope.Db);
        (await users.RemovePasswordAsync(user)).Require("password");
        await scope.Db.SaveChangesAsync(scope.CancellationToken);
        (await users.AddPasswordAsync(user, password)).Require("password");
        user.PasswordChangedAt = scope.Now;
    }

    /// <summary>Makes sure that the administrator changes the account they saw, and gives it its next version.</summary>
    /// <exception cref="RefusalException">Conflict: it has changed since.</exception>
    internal static async Task BeginChangeAsync(WriteScope scope, GreenDevUser user, int? seen)
    {
        await SeenVersion.RequireAsync(
            scope,
            seen,
            new CurrentUser(user.Version),
            $"账号{user.UserName}",
            Subject(user),
            AuditKinds.UserChanged,
            AuditKinds.PasswordReset,
            AuditKinds.SecondFactorChanged);
        user.Version++;
    }

    /// <summary>Ends every session of a person, here and on other nodes.</summary>
    internal async Task EndSessionsAsync(WriteScope scope, GreenDevUser user)
    {
        (await identity.Over(scope.Db).UpdateSecurityStampAsync(user)).Require("name");
        await scope.Db.Sessions.Where(session => session.UserId == user.Id).ExecuteDeleteAsync(scope.CancellationToken);
    }

    /// <summary>Ends every token of a person, for good.</summary>
    /// <returns>How many had not been revoked yet.</returns>
    internal static Task<int> RevokeTokensAsync(WriteScope scope, GreenDevUser user) =>
        scope.Db.ApiTokens.Where(token => token.UserId == user.Id && token.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, scope.Now), scope.CancellationToken);

    internal static AuditSubject Subject(GreenDevUser user) => new AuditSubject.User(user.UserName!);

    /// <summary>What the audit shows of an account.</summary>
    internal static async Task<AuditedUser> StateAsync(GreenDevDbContext db, GreenDevUser user, CancellationToken cancellationToken) => new(
        user.DisplayName,
        user.Role,
        await db.Units.Where(unit => unit.Id == user.UnitId).Select(unit => unit.Code).SingleOrDefaultAsync(cancellationToken),
        user.DepartmentId,
        user.IsDisabled);

    private static string RequireLoginName(string? name)
    {
        var read = LoginName.Read(name);
        return LoginName.IsValid(read)
            ? read
            : throw RefusalException.Invalid(RefusalCodes.NameInvalid, LoginName.Advice, new FieldFault("name", LoginName.Advice));
    }

    internal static string RequireDisplayName(string? name)
    {
        const string Message = "姓名为1至32个字，不能有换行，也不能只有看不见的字符。";
        return TypedText.Name(name) is { Length: <= LongestDisplayName } kept && !kept.Any(char.IsControl)
            ? kept
            : throw RefusalException.Invalid(RefusalCodes.DisplayNameInvalid, Message, new FieldFault("displayName", Message));
    }

    /// <summary>Two administrators may take the same name in the same instant; the index decides.</summary>
    private static async Task SaveAsync(WriteScope scope, GreenDevUser user)
    {
        try
        {
            await scope.Db.SaveChangesAsync(scope.CancellationToken);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            IdentityResult.Failed(new ChineseIdentityErrors().DuplicateUserName(user.UserName!)).Require("name");
        }
    }
}
