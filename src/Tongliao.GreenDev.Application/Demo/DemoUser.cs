using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>An account that exists only together with demo data (演示账号).</summary>
/// <param name="UserName">登录名.</param>
/// <param name="DisplayName">姓名, invented.</param>
/// <param name="Role">Role.</param>
/// <param name="UnitCode">For county roles.</param>
/// <param name="DepartmentId">For department reviewers.</param>
/// <param name="IsSuggested">Shown on the sign-in page: one of each role.</param>
public sealed record DemoUser(
    string UserName, string DisplayName, UserRole Role, string? UnitCode, string? DepartmentId, bool IsSuggested);
