namespace Tongliao.GreenDev.Domain.Calendar;

/// <summary>What is recorded of a day.</summary>
public enum DayKind
{
    /// <summary>放假.</summary>
    Off,

    /// <summary>调休上班.</summary>
    Working,

    /// <summary>按星期: what was recorded earlier holds no more.</summary>
    ByWeekday,
}
