namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>How far reporting has come (上报进度), of one unit or of several together.</summary>
public class ReportingProgress
{
    private readonly Dictionary<ValueStatus, int> counts;

    /// <param name="total">How many values are due; what is not among <paramref name="values"/> is 未填.</param>
    /// <param name="values">Where values stand.</param>
    internal ReportingProgress(int total, IReadOnlyCollection<ValueProgress> values)
    {
        Total = total;
        counts = values.CountBy(value => value.Status).ToDictionary();
        counts[ValueStatus.Empty] = counts.GetValueOrDefault(ValueStatus.Empty) + total - values.Count;
        Explained = values.Count(value => value.Status.HasReachedCity() && value.IsNotApplicable);
        Mended = values.Count(value => value.Status.HasReachedCity() && value.WasReturned);
        WaitingSince = values.Where(value => value.Status == ValueStatus.CityReview).Min(value => value.ChangedAt);
    }

    /// <summary>How many values are due.</summary>
    public int Total { get; }

    /// <summary>When the oldest value waiting for the city came in; null when none waits.</summary>
    public DateTimeOffset? WaitingSince { get; }

    /// <summary>已上报到市: waiting for the city or accepted.</summary>
    public int ReachedCity => counts.Where(count => count.Key.HasReachedCity()).Sum(count => count.Value);

    /// <summary>不适用: of what has reached the city, what is explained instead of reported.</summary>
    public int Explained { get; }

    /// <summary>填报: of what has reached the city, what has numbers.</summary>
    public int Reported => ReachedCity - Explained;

    /// <summary>退回后改好: of what has reached the city, what had come back before. It is on time by its first submission all the same.</summary>
    public int Mended { get; }

    /// <summary>报齐: every value has reached the city.</summary>
    public bool HasAllReached => ReachedCity == Total;

    /// <summary>What is not approved, which a lock would leave unfinished for good.</summary>
    public int Pending => Total - Of(ValueStatus.Accepted);

    public int Of(ValueStatus status) => counts.GetValueOrDefault(status);
}
