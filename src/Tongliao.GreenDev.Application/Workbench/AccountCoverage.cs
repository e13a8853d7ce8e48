using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>Which accounts there are, and for whom one is missing (账号).</summary>
public sealed record AccountCoverage
{
    /// <summary>One line for each role, in the order of the enumeration.</summary>
    public required IReadOnlyList<RoleCoverage> Roles { get; init; }

    public required int Disabled { get; init; }

    /// <summary>Not disabled, and nobody has ever signed in with it.</summary>
    public required int NeverUsed { get; init; }

    /// <summary>Locked by wrong passwords at this moment.</summary>
    public required int Locked { get; init; }

    public int Enabled => Roles.Sum(role => role.Accounts);

    public RoleCoverage this[UserRole role] => Roles.Single(coverage => coverage.Role == role);
}
