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
internal sealed record AuditedAccount(
    [property: DisplayName("姓名")] string DisplayName,
    [property: DisplayName("角色")] UserRole Role,
    [property: DisplayName("单位代码")] string? Region,
    [property: DisplayName("部门代码")] string? Department,
    [property: DisplayName("已停用")] bool IsDisabled) : AuditPayload;

/// <summary>The tokens that ended with a password.</summary>
internal sealed record AuditedRevocation([property: DisplayName("撤销的令牌数")] int RevokedTokens) : AuditPayload;

/// <summary>Whether 动态口令 is on.</summary>
internal sealed record AuditedSecondFactor([property: DisplayName("已启用")] bool Enabled) : AuditPayload;

/// <summary>A sign-in that succeeded.</summary>
internal sealed record AuditedSignIn([property: DisplayName("须修改密码")] bool MustChangePassword) : AuditPayload;

/// <summary>One that failed.</summary>
internal sealed record AuditedFailure([property: DisplayName("结果")] SignInFailure Outcome) : AuditPayload;

/// <summary>接口令牌.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="ExpiresAt">Null where it is ended.</param>
/// <param name="MadeWithId">The token that made it; null for a person.</param>
internal sealed record AuditedToken(
    [property: DisplayName("名称")] string Name,
    [property: DisplayName("有效期至")] DateTimeOffset? ExpiresAt = null,
    [property: DisplayName("用此令牌新建")] Guid? MadeWithId = null) : AuditPayload;
