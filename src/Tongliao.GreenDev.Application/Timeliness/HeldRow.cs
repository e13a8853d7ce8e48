using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>A value as it stands.</summary>
internal sealed record HeldRow(int UnitId, int Number, ValueStatus Status, DateTimeOffset? FirstSubmittedAt, DateTimeOffset? ChangedAt);
