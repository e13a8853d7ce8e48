using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>What a person is in the portal: a role, and the unit or department it needs.</summary>
/// <param name="Role">角色.</param>
/// <param name="UnitCode">区划代码; for the county roles and no other.</param>
/// <param name="DepartmentId">For lead-department reviewers and no other.</param>
public sealed record Office(UserRole Role, string? UnitCode, string? DepartmentId);
