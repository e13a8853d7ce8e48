using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Timeliness;

/// <summary>A span in which a value waited for one side (答复用时), told by its history alone.</summary>
/// <param name="Kind">For what.</param>
/// <param name="From">The step that asked for it.</param>
/// <param name="Until">The step that answered; null while it waits.</param>
public sealed record Reaction(ReactionKind Kind, DateTimeOffset From, DateTimeOffset? Until)
{
    /// <summary>
    /// Every span of a value's life. What a clerk saves after a return answers nothing: the submission does. A withdrawal takes the
    /// question back, and is no answer of the reviewer.
    /// </summary>
    /// <param name="history">Every change in order.</param>
    public static IEnumerable<Reaction> Of(IReadOnlyList<ReactionEntry> history)
    {
        (ReactionKind Kind, DateTimeOffset From)? waiting = null;
        foreach (var entry in history)
        {
            var asked = AskedBy(entry.Status);
            if (waiting is { } open)
            {
                if (open.Kind == ReactionKind.Correct && entry.Status.IsWithClerk())
                {
                    continue;
                }

                if (entry.Kind != RevisionKind.Withdraw)
                {
                    yield return new Reaction(open.Kind, open.From, entry.At);
                }
            }

            waiting = asked is { } kind ? (kind, entry.At) : null;
        }

        if (waiting is { } left)
        {
            yield return new Reaction(left.Kind, left.From, Until: null);
        }
    }

    private static ReactionKind? AskedBy(ValueStatus status) => status switch
    {
        ValueStatus.Returned => ReactionKind.Correct,
        ValueStatus.CountyReview => ReactionKind.CountyReview,
        ValueStatus.CityReview => ReactionKind.CityReview,
        ValueStatus.Empty or ValueStatus.Draft or ValueStatus.Accepted => null,
    };
}
