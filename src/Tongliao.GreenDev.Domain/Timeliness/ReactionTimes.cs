namespace Tongliao.GreenDev.Domain.Timeliness;

/// <summary>How long one side took for one kind of answer.</summary>
/// <param name="Owner">Who: for example 奈曼旗 填报员, 市水务局.</param>
/// <param name="Kind">For what.</param>
/// <param name="Answered">How many were answered.</param>
/// <param name="Median">中位数 of the answered, in working days; null for none.</param>
/// <param name="Longest">最长 of the answered, in working days; null for none.</param>
/// <param name="Open">How many wait.</param>
/// <param name="OldestOpen">Since when the oldest waits; null for none.</param>
/// <param name="DueOn">By when that one is to be answered; null for none.</param>
/// <param name="Overdue">How many wait longer than that.</param>
public sealed record ReactionTimes(
    string Owner, ReactionKind Kind, int Answered, decimal? Median, decimal? Longest, int Open, DateTimeOffset? OldestOpen, DateOnly? DueOn, int Overdue)
{
    /// <summary>Of a side's spans.</summary>
    /// <param name="owner">Who.</param>
    /// <param name="kind">For what.</param>
    /// <param name="reactions">All of this kind.</param>
    /// <param name="clock">Working days, and the day the offices have.</param>
    public static ReactionTimes Of(string owner, ReactionKind kind, IReadOnlyCollection<Reaction> reactions, ReactionClock clock)
    {
        var taken = reactions.Where(reaction => reaction.Until is not null)
            .Select(reaction => clock.WorkingDays(reaction.From, reaction.Until!.Value)).Order().ToList();
        var open = reactions.Where(reaction => reaction.Until is null).Select(reaction => reaction.From).Order().ToList();
        return new ReactionTimes(
            owner,
            kind,
            taken.Count,
            MedianOf(taken),
            taken.Count == 0 ? null : taken[^1],
            open.Count,
            open.Count == 0 ? null : open[0],
            open.Count == 0 ? null : clock.DueOn(open[0]),
            open.Count(from => clock.IsOverdue(from)));
    }

    private static decimal? MedianOf(List<decimal> sorted) => sorted.Count switch
    {
        0 => null,
        var count when count % 2 == 1 => sorted[count / 2],
        var count => (sorted[(count / 2) - 1] + sorted[count / 2]) / 2,
    };
}
