using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>A period as it stands by now.</summary>
public sealed record CurrentPeriod(int Version, PeriodState State, DateOnly? Due) : CurrentState(Version);
