namespace Tongliao.GreenDev.Application.Audit;

/// <summary>Which part of the audit.</summary>
/// <param name="From">First instant; null for the beginning.</param>
/// <param name="Until">First instant after it; null for now.</param>
/// <param name="BeforeId">Only entries older than this one, to read on where an answer stopped.</param>
public sealed record AuditSpan(DateTimeOffset? From, DateTimeOffset? Until, long? BeforeId = null);
