namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>
/// What a later document changed in how an indicator is judged (调整). The plan as published stays as it is; an amendment holds from
/// its day on, and is known from its recording on. Rows are only ever added.
/// </summary>
public sealed class IndicatorAmendment
{
    public int Id { get; private init; }

    public required int IndicatorId { get; init; }

    /// <summary>Which of the indicator's amendments it is, from 1 in the order of recording.</summary>
    public required int Version { get; init; }

    /// <summary>The day from which it holds; the latest on or before the report date is in force.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>依据文件.</summary>
    public required string Document { get; init; }

    public required Recording Recorded { get; init; }

    /// <summary>All years' targets, also those that stay.</summary>
    public required IReadOnlyList<IndicatorTarget> Targets { get; init; }

    public required Tolerance Tolerance { get; init; }

    /// <summary>As <see cref="Indicator.ProgressCurve"/>.</summary>
    public required IReadOnlyList<decimal> ProgressCurve { get; init; }

    public required CityScope CityScope { get; init; }

    /// <summary>The one in force on a day among those known; null when the plan stands as published.</summary>
    public static IndicatorAmendment? InForce(IEnumerable<IndicatorAmendment> known, DateOnly day) =>
        known.Where(amendment => amendment.EffectiveFrom <= day)
            .OrderBy(amendment => amendment.EffectiveFrom).ThenBy(amendment => amendment.Version).LastOrDefault();
}
