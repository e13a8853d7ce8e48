using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>Whose light is looked at: a unit's, or that of a whole with the units below it. Rated as <see cref="RatingRules"/> do, also on trial.</summary>
public sealed class RatedCase
{
    private readonly string? wholeCode;
    private readonly IReadOnlyList<UnitTarget>? ownTargets;
    private readonly IReadOnlyList<AcceptedDeviation> deviations;

    private RatedCase(IReadOnlyList<UnitCase> units, string? wholeCode, IReadOnlyList<UnitTarget>? ownTargets, IReadOnlyList<AcceptedDeviation> deviations) =>
        (Units, this.wholeCode, this.ownTargets, this.deviations) = (units, wholeCode, ownTargets, deviations);

    /// <summary>In official order; the unit itself where it reports.</summary>
    public IReadOnlyList<UnitCase> Units { get; }

    public bool IsAggregate => wholeCode is not null;

    public static RatedCase OfUnit(UnitCase unit) => new([unit], wholeCode: null, ownTargets: null, deviations: []);

    /// <param name="code">The whole's 区划代码.</param>
    /// <param name="units">The reporting units below it.</param>
    /// <param name="ownTargets">Its 分解指标; null for the whole region, which the plan's own targets are for.</param>
    /// <param name="deviations">认可偏差 of the whole itself; null for none.</param>
    public static RatedCase OfAggregate(
        string code, IReadOnlyList<UnitCase> units, IReadOnlyList<UnitTarget>? ownTargets = null, IReadOnlyList<AcceptedDeviation>? deviations = null) =>
        new(units, code, ownTargets, deviations ?? []);

    /// <summary>Whether a document accepts on a day that it is behind (认可偏差).</summary>
    public bool IsAcceptedOn(DateOnly day) => AcceptedDeviation.InForce(IsAggregate ? deviations : Units[0].Deviations, day) is not null;

    public IndicatorRating Rate(Indicator indicator, Quarter quarter) => wholeCode is null
        ? RatingRules.RateUnit(indicator, quarter, Units[0])
        : RatingRules.RateAggregate(indicator, quarter, wholeCode, Units, ownTargets).Under(deviations);

    /// <summary>Of a whole, as a reader of only some of its units is told it.</summary>
    /// <inheritdoc cref="RatingRules.RateAggregateForReaderOf"/>
    public IndicatorRating RateForReaderOf(int readable, Indicator indicator, Quarter quarter) =>
        RatingRules.RateAggregateForReaderOf(readable, indicator, quarter, wholeCode ?? throw new InvalidOperationException("A unit's rating is told as it is."), Units, ownTargets)
            .Under(deviations);

    /// <summary>The same of units that have something else to say.</summary>
    public RatedCase With(IReadOnlyList<UnitCase> units) => new(units, wholeCode, ownTargets, deviations);
}
