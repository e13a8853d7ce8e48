using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>What stands there instead of what the caller thought.</summary>
public sealed record CurrentValue(int Version, SubmissionStatus Status, Statement Statement, string ChangedBy, DateTimeOffset? ChangedAt);
