using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>Where a value of a period stands.</summary>
internal sealed record UnfinishedValue(int UnitId, ValueStatus Status);
