using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>An account in the audit.</summary>
/// <param name="DisplayName">姓名.</param>
/// <param name="Role">角色.</param>
/// <param name="Region">区划代码; null for offices of the city.</param>
/// <param name="Department">Null for all but lead-department reviewers.</param>
/// <param name="IsDisabled">已停用.</param>
internal sealed record AuditedUser(
    [property: DisplayName("姓名")] string DisplayName,
    [property: DisplayName("角色")] UserRole Role,
    [property: DisplayName("单位代码")] string? Region,
    [property: DisplayName("部门代码")] string? Department,
    [property: DisplayName("已停用")] bool IsDisabled) : AuditPayload;
