using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Sessions (会话) that were ended from a list.</summary>
internal sealed record AuditedSessions([property: DisplayName("结束的登录")] IReadOnlyList<string> Ended) : AuditPayload;
