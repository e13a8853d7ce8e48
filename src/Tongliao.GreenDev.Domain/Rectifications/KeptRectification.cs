using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Domain.Rectifications;

/// <summary>A rectification (整改事项) with what people were told of it and have arranged for it.</summary>
/// <param name="Rectification">As the lights tell it.</param>
/// <param name="Arrangements">The latest first.</param>
/// <param name="ToldAt">When the county was told first; null while it was not.</param>
public sealed record KeptRectification(
    Rectification Rectification, IReadOnlyList<RectificationArrangement> Arrangements, DateTimeOffset? ToldAt)
{
    /// <summary>Null while there is none.</summary>
    public RectificationArrangement? Arranged => Arrangements.Count > 0 ? Arrangements[0] : null;

    /// <summary>
    /// All of one unit and indicator, in the order of their opening. What was said of a quarter stays with the rectification when a correction
    /// moves its opening: to an earlier quarter, or, when the quarter itself is red no more, to the red value that had followed by then.
    /// </summary>
    /// <param name="lights">Approved, in the order of the quarters.</param>
    /// <param name="arrangements">Of the same unit and indicator.</param>
    /// <param name="openings">Of the same unit and indicator.</param>
    public static IReadOnlyList<KeptRectification> Of(
        IReadOnlyList<ApprovedLight> lights, IEnumerable<RectificationArrangement> arrangements, IEnumerable<RectificationOpening> openings)
    {
        List<Rectification> found = [.. Rectification.Of(lights)];
        var arranged = arrangements.ToLookup(arrangement => Holder(found, lights, arrangement.Opened));
        var told = openings.ToLookup(opening => Holder(found, lights, opening.Opened), opening => opening.Recorded.At);
        return
        [
            .. found.Select(one => new KeptRectification(
                one,
                [.. arranged[one].OrderByDescending(arrangement => arrangement.Recorded.At).ThenByDescending(arrangement => arrangement.Version)],
                told[one].Any() ? told[one].Min() : null)),
        ];
    }

    /// <summary>The last day: of the arrangement, or for making one as for every answer to a reviewer, counted from when the county was told.</summary>
    /// <param name="clock">Within how many working days answers are due.</param>
    public DateOnly DueOn(ReactionClock clock) => Arranged?.DueOn ?? clock.DueOn(ToldAt ?? Rectification.Opened.At);

    /// <inheritdoc cref="DueOn"/>
    public RectificationState StateOf(ReactionClock clock) =>
        !Rectification.IsOpen ? RectificationState.Closed
        : clock.Today > DueOn(clock) ? RectificationState.Overdue
        : Arranged is null ? RectificationState.Unarranged
        : RectificationState.UnderWay;

    private static Rectification? Holder(List<Rectification> found, IReadOnlyList<ApprovedLight> lights, Quarter quarter)
    {
        if (found.Find(one => one.Spans(quarter)) is { } spanning)
        {
            return spanning;
        }

        var next = found.Find(one => quarter < one.Opened.Quarter);
        return next is not null
            && lights.Any(light => light.Quarter == quarter && light.At > next.Opened.At)
            && !lights.Any(light => quarter < light.Quarter && light.Quarter < next.Opened.Quarter && light.Closes)
            ? next : null;
    }
}
