namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>A 截止日期 as the offices look at it.</summary>
/// <param name="DueOn">The last day on time; null when none is set, and then nothing is late and nothing on time.</param>
/// <param name="Today">There.</param>
/// <param name="DayOf">The day an instant falls on there.</param>
public sealed record Deadline(DateOnly? DueOn, DateOnly Today, Func<DateTimeOffset, DateOnly> DayOf)
{
    /// <summary>延期: it is one unit's own, later than the others'.</summary>
    public bool IsExtended { get; init; }

    public bool IsKeptBy(DateTimeOffset? submittedAt) => submittedAt is { } at && DayOf(at) <= DueOn;

    /// <summary>逾期: submitted after the day, or not yet and the day is over.</summary>
    public bool IsMissedBy(DateTimeOffset? submittedAt) => (submittedAt is { } at ? DayOf(at) : Today) > DueOn;
}
