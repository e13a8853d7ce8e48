using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>An account as the administrator, or its owner, sees it.</summary>
public sealed record UserRow
{
    public required Guid Id { get; init; }

    public required string LoginName { get; init; }

    public required string DisplayName { get; init; }

    public required UserRole Role { get; init; }

    public required string? UnitCode { get; init; }

    public required string? UnitName { get; init; }

    public required string? DepartmentId { get; init; }

    public required string? DepartmentName { get; init; }

    public required bool IsDisabled { get; init; }

    public required bool MustChangePassword { get; init; }

    public required bool HasSecondFactor { get; init; }

    public required bool IsDemo { get; init; }

    /// <summary>The end of the last lock of a place; null, or in the past, when none is locked.</summary>
    public required DateTimeOffset? LockedUntil { get; init; }

    public required DateTimeOffset? LastSignInAt { get; init; }

    public required DateTimeOffset? PasswordChangedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>To be carried back by whoever changes it.</summary>
    public required int Version { get; init; }

    /// <summary>For example 奈曼旗 填报员.</summary>
    public string Office => string.Join(' ', new[] { UnitName ?? DepartmentName, Role.Word() }.OfType<string>());
}

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
