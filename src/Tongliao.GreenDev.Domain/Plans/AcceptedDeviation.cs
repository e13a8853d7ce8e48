namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>
/// 认可偏差: a document accepts that one unit, or a whole, falls short of an indicator until a day. What is behind is shown apart as long as
/// it holds and is judged as ever from then on, without anybody's doing. Rows are only ever added; a later one takes the place of an earlier.
/// </summary>
public sealed class AcceptedDeviation
{
    public int Id { get; private init; }

    /// <summary>A unit that reports, or a whole.</summary>
    public required int UnitId { get; init; }

    public required int IndicatorId { get; init; }

    /// <summary>Which of the unit's and indicator's it is, from 1 in the order of recording.</summary>
    public required int Version { get; init; }

    /// <summary>By what it was accepted, and from when.</summary>
    public required RuleDecision Decision { get; init; }

    /// <summary>The last day on which it holds; null withdraws (撤销) what held before.</summary>
    public required DateOnly? Until { get; init; }

    public required Recording Recorded { get; init; }

    /// <summary>The one that holds on a day: the latest that has begun says whether any does, of one day the later recorded.</summary>
    /// <param name="recorded">Of one unit and indicator.</param>
    /// <param name="day">Usually a quarter's last.</param>
    public static AcceptedDeviation? InForce(IEnumerable<AcceptedDeviation> recorded, DateOnly day) => recorded
        .Where(deviation => deviation.Decision.EffectiveFrom <= day)
        .MaxBy(deviation => (deviation.Decision.EffectiveFrom, deviation.Version)) is { Until: { } until } latest && day <= until
        ? latest
        : null;
}
