using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>A session that is good at this moment, with what the screens show of its person.</summary>
public sealed record LiveSession
{
    public required string Id { get; init; }

    public required Guid UserId { get; init; }

    public required string DisplayName { get; init; }

    public required UserRole Role { get; init; }

    /// <summary>Short name of unit or department, null for the offices of the city.</summary>
    public required string? Body { get; init; }

    /// <summary>Code of the unit; null for those of no one unit.</summary>
    public required string? UnitCode { get; init; }

    public required bool MustChangePassword { get; init; }

    public required byte[] Ticket { get; init; }

    public required string Stamp { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
