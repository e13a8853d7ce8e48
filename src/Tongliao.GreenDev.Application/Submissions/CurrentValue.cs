using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>What stands there instead of what the caller thought.</summary>
public sealed record CurrentValue(int Version, ValueStatus Status, Statement Statement, string ChangedBy, DateTimeOffset? ChangedAt);
