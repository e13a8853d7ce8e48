using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>Whose light is looked at: a unit's, or that of a whole with the units below it. Rated as <see cref="RatingRules"/> do, also on trial.</summary>
public sealed class RatedCase
{
    private readonly string? wholeCode;
    private readonly IReadOnlyList<UnitTarget>? ownTargets;

    private RatedCase(IReadOnlyList<UnitCase> units, string? wholeCode, IReadOnlyList<UnitTarget>? ownTargets) =>
        (Units, this.wholeCode, this.ownTargets) = (units, wholeCode, ownTargets);

    /// <summary>In official order; the unit itself where it reports.</summary>
    public IReadOnlyList<UnitCase> Units { get; }

    public bool IsAggregate => wholeCode is not null;

    public static RatedCase OfUnit(UnitCase unit) => new([unit], null, null);

    /// <inheritdoc cref="RatingRules.RateAggregate"/>
    public static RatedCase OfAggregate(string code, IReadOnlyList<UnitCase> units, IReadOnlyList<UnitTarget>? ownTargets = null) => new(units, code, ownTargets);

    public IndicatorRating Rate(Indicator indicator, Quarter quarter) => wholeCode is null
        ? RatingRules.RateUnit(indicator, quarter, Units[0])
        : RatingRules.RateAggregate(indicator, quarter, wholeCode, Units, ownTargets);

    /// <summary>The same of units that have something else to say.</summary>
    internal RatedCase With(IReadOnlyList<UnitCase> units) => new(units, wholeCode, ownTargets);
}
