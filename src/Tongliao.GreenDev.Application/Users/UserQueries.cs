using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Reads accounts.</summary>
public sealed class UserQueries(IDbContextFactory<GreenDevDbContext> contexts)
{
    /// <summary>All accounts in the order of role, unit, department and name.</summary>
    /// <exception cref="RefusalException">Not the administrator.</exception>
    public async Task<IReadOnlyList<UserRow>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        (await Actor.LoadAsync(db, caller, cancellationToken)).Require(Act.ManageUsers);
        var rows = await Rows(db).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Role).ThenBy(row => row.UnitCode, StringComparer.Ordinal)
                .ThenBy(row => row.DepartmentId, StringComparer.Ordinal).ThenBy(row => row.LoginName, StringComparer.Ordinal),
        ];
    }

    /// <summary>One's own account.</summary>
    /// <exception cref="RefusalException">The account is gone or disabled.</exception>
    public async Task<UserRow> OwnAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Actor.LoadAsync(db, caller, cancellationToken);
        return await Rows(db).SingleAsync(row => row.Id == caller.UserId, cancellationToken);
    }

    private static IQueryable<UserRow> Rows(GreenDevDbContext db) =>
        from row in UserInOffice.In(db)
        let user = row.User
        select new UserRow
        {
            Id = user.Id,
            LoginName = user.UserName!,
            DisplayName = user.DisplayName,
            Role = user.Role,
            UnitCode = row.UnitCode,
            UnitName = row.UnitName,
            DepartmentId = user.DepartmentId,
            DepartmentName = row.DepartmentName,
            IsDisabled = user.IsDisabled,
            MustChangePassword = user.MustChangePassword,
            HasSecondFactor = user.TwoFactorEnabled,
            IsDemo = user.IsDemo,
            LockedUntil = db.SignInPlaces.Where(place => place.UserId == user.Id).Max(place => place.LockedUntil),
            LastSignInAt = user.LastSignInAt,
            PasswordChangedAt = user.PasswordChangedAt,
            CreatedAt = user.CreatedAt,
            Version = user.Version,
        };
}
