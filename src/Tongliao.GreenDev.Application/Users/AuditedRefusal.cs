using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>A refused request in the audit.</summary>
/// <param name="Feature">Chinese: the page, file or call that was asked for; null for an address that leads nowhere.</param>
/// <param name="Method">GET, POST and so on.</param>
public sealed record AuditedRefusal([property: DisplayName("功能")] string? Feature, [property: DisplayName("方式")] string Method) : AuditPayload;
