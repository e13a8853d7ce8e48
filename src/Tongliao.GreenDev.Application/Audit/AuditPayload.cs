using System.ComponentModel;

namespace Tongliao.GreenDev.Application.Audit;

/// <summary>
/// What the audit keeps of something before or after an act. Each feature has records of its own for it, whose members carry
/// their Chinese label as <see cref="DisplayNameAttribute"/>.
/// </summary>
public abstract record AuditPayload;
