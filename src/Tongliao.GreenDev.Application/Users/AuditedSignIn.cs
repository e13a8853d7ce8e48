using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>A sign-in that succeeded.</summary>
internal sealed record AuditedSignIn([property: DisplayName("须修改密码")] bool MustChangePassword) : AuditPayload;
