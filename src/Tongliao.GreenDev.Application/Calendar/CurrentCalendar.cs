using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Application.Calendar;

/// <summary>The calendar as it stands by now.</summary>
public sealed record CurrentCalendar(int Version) : CurrentState(Version);
