using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Audit;

/// <summary>One screenful of the audit, the latest first.</summary>
/// <param name="Events">The entries.</param>
/// <param name="Next">What to give as <see cref="AuditFilter.Before"/> for the next page; null on the last one.</param>
public sealed record AuditExcerpt(IReadOnlyList<AuditEvent> Events, long? Next);
