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

    /// <inheritdoc cref="UserRoles.OfficeName"/>
    public string OfficeName => Role.OfficeName(UnitName ?? DepartmentName);
}
