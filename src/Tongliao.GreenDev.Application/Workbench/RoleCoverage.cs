using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>The accounts of one role that are not disabled.</summary>
/// <param name="Role">角色.</param>
/// <param name="Accounts">How many.</param>
/// <param name="Bodies">How many units or leading departments need one; 1 for a role of the city.</param>
/// <param name="Missing">Short names of those that have none; of a role of the city its own word.</param>
public sealed record RoleCoverage(UserRole Role, int Accounts, int Bodies, IReadOnlyList<string> Missing)
{
    public int Covered => Bodies - Missing.Count;
}
