namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>
/// What a later document changed in how an indicator is judged (调整). The plan as published stays as it is; an amendment holds from
/// its day on, and is known from its recording on. It says only what it changes, so that amendments of different things stand beside
/// each other. Rows are only ever added.
/// </summary>
public sealed class IndicatorAmendment
{
    public int Id { get; private init; }

    public required int IndicatorId { get; init; }

    /// <summary>Which of the indicator's amendments it is, from 1 in the order of recording.</summary>
    public required int Version { get; init; }

    public required RuleDecision Decision { get; init; }

    public required IndicatorChange Change { get; init; }

    /// <summary>The open question (待确认问题) that it answers; null for none.</summary>
    public string? QuestionId { get; init; }

    public required Recording Recorded { get; init; }

    /// <summary>Those in force on a day among those known, in the order in which they apply: of two that change the same the later day prevails, of one day the later recorded.</summary>
    public static IEnumerable<IndicatorAmendment> InForce(IEnumerable<IndicatorAmendment> known, DateOnly day) =>
        known.Where(amendment => amendment.Decision.EffectiveFrom <= day)
            .OrderBy(amendment => amendment.Decision.EffectiveFrom).ThenBy(amendment => amendment.Version);
}
