using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Audit;

/// <summary>A page of the audit.</summary>
/// <param name="Events">Its entries.</param>
/// <param name="Total">How many entries the filter lets through on all pages.</param>
public sealed record AuditExcerpt(IReadOnlyList<AuditEvent> Events, int Total);
