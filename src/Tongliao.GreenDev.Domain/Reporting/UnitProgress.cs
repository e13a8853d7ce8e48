using System.Globalization;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>How far one unit's report has come, and whether in time.</summary>
public sealed class UnitProgress : ReportingProgress
{
    /// <param name="unit">Whose.</param>
    /// <param name="total">How many values its report has.</param>
    /// <param name="values">Where they stand.</param>
    /// <param name="deadline">What it is measured against.</param>
    public UnitProgress(ReportingUnit unit, int total, IReadOnlyCollection<ValueProgress> values, Deadline deadline)
        : base(total, values)
    {
        Deadline = deadline;
        Unit = unit;
        OnTime = values.Count(value => value.Status.HasReachedCity() && deadline.IsKeptBy(value.FirstSubmittedAt));
        var isSubmitted = values.Count == total && values.All(value => value.FirstSubmittedAt is not null);
        FirstSubmittedAt = isSubmitted ? values.Max(value => value.FirstSubmittedAt) : null;
    }

    public ReportingUnit Unit { get; }

    /// <summary>What it is measured against.</summary>
    public Deadline Deadline { get; }

    /// <summary>按时: of what has reached the city, what was first submitted by the due date; what was withdrawn before anybody saw it was not.</summary>
    public int OnTime { get; }

    /// <summary>When the last of its values was first submitted; null until all are.</summary>
    public DateTimeOffset? FirstSubmittedAt { get; }

    /// <summary>逾期: submitted after the due date, or due and not all submitted yet.</summary>
    public bool IsLate => Deadline.IsMissedBy(FirstSubmittedAt);

    public Punctuality Punctuality => (HasAllReached && FirstSubmittedAt is not null, IsLate, HasSubmittedNothing) switch
    {
        (true, true, _) => Punctuality.CompleteLate,
        (true, false, _) => Punctuality.CompleteInTime,
        (false, true, true) => Punctuality.MissingLate,
        (false, true, false) => Punctuality.IncompleteLate,
        (false, false, true) => Punctuality.Missing,
        (false, false, false) => Punctuality.Incomplete,
    };

    /// <summary>The days that belong to <see cref="Punctuality"/>, for example 10月17日上报，晚2天; empty while no due date is set.</summary>
    public string PunctualityDetail => Deadline is { IsExtended: true, DueOn: { } until } ? $"{Detail}（延期至{Day(until)}）" : Detail;

    private string Detail => (FirstSubmittedAt, Deadline.DueOn) switch
    {
        ({ } at, { } due) when IsLate => $"{Day(Deadline.DayOf(at))}上报，晚{Days(due, Deadline.DayOf(at))}天",
        ({ } at, _) => $"{Day(Deadline.DayOf(at))}上报",
        (null, { } due) => IsLate ? $"已逾期{Days(due, Deadline.Today)}天" : $"距截止{Days(Deadline.Today, due)}天",
        (null, null) => "",
    };

    private bool HasSubmittedNothing =>
        FirstSubmittedAt is null && Of(ValueStatus.CountyReview) + Of(ValueStatus.Returned) + ReachedCity == 0;

    private static string Day(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);

    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;
}
