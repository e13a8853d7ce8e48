namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>A unit's own target (分解指标), with the document that set it. A new one never replaces the row of an earlier one.</summary>
public sealed class UnitTarget
{
    public int Id { get; private init; }

    public required int UnitId { get; init; }

    public required int IndicatorId { get; init; }

    public required int Year { get; init; }

    /// <summary>In the indicator's unit.</summary>
    public required decimal Value { get; init; }

    /// <summary>依据文件.</summary>
    public required string Document { get; init; }

    /// <summary>The day from which it holds; the latest on or before the report date is in force.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>更正: quarters that were locked before are judged by it too, from the release on that it makes.</summary>
    public bool IsCorrection { get; init; }

    public required Recording Recorded { get; init; }

    /// <summary>Which of the unit's targets for this indicator and year it is, from 1 in the order of entry; the form carries the last one's back.</summary>
    public int Version { get; init; }

    /// <summary>The one in force for a year on a day; of two with the same day the later entered, which among unsaved ones is the later in the list.</summary>
    public static UnitTarget? InForce(IEnumerable<UnitTarget> targets, int year, DateOnly day)
    {
        UnitTarget? found = null;
        foreach (var target in targets)
        {
            if (target.Year == year && target.EffectiveFrom <= day
                && (found is null || target.EffectiveFrom > found.EffectiveFrom
                    || (target.EffectiveFrom == found.EffectiveFrom && target.Version >= found.Version)))
            {
                found = target;
            }
        }

        return found;
    }
}
