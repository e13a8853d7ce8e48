using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Calendar;

/// <summary>A day that is not as its weekday says (放假、调休上班). Rows are only ever added; the last version of a day holds.</summary>
public sealed class CalendarDay
{
    public int Id { get; private init; }

    public required DateOnly Day { get; init; }

    /// <summary>From 1 in the order of recording.</summary>
    public required int Version { get; init; }

    public required DayKind Kind { get; init; }

    /// <summary>For what, for example 国庆节; empty for a day that goes by its weekday again.</summary>
    public required string Name { get; init; }

    /// <summary>Which notice says so.</summary>
    public required string Document { get; init; }

    public required Recording Recorded { get; init; }
}
