using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>One rating with everything it says; numbers have at most ten decimals, <see cref="Displayed"/> the indicator's own.</summary>
internal sealed record RatingAnswer
{
    private const int Decimals = 10;

    public required int Indicator { get; init; }

    public required string Region { get; init; }

    public required string Period { get; init; }

    public required RagStatus State { get; init; }

    public required decimal? Value { get; init; }

    public required string? Displayed { get; init; }

    public required string Unit { get; init; }

    public required decimal? Expected { get; init; }

    public required decimal? Target { get; init; }

    public required string Operator { get; init; }

    public required string? TargetDocument { get; init; }

    public required decimal? Shortfall { get; init; }

    public required string ShortfallUnit { get; init; }

    public required decimal? Tolerance { get; init; }

    public required bool Provisional { get; init; }

    public required string Explanation { get; init; }

    public required int? Reported { get; init; }

    public required int? Counting { get; init; }

    public required decimal? Uncorrected { get; init; }

    public required decimal? YearToDate { get; init; }

    public required decimal? ChangeOnQuarter { get; init; }

    public required decimal? ChangeOnYear { get; init; }

    public required decimal? NeededPerQuarter { get; init; }

    public required decimal? YearAmountAtPace { get; init; }

    /// <param name="rating">The rating.</param>
    /// <param name="ownTargets">分解指标 of the unit; null for the city, which has none.</param>
    public static RatingAnswer Of(IndicatorRating rating, IReadOnlyList<RegionTarget>? ownTargets)
    {
        var indicator = rating.Indicator;
        var planned = indicator.TargetOf(rating.Quarter.Year)!;
        var own = RegionTarget.InForce(ownTargets ?? [], rating.Quarter.Year, rating.Quarter.LastDay);
        var hasTarget = ownTargets is null || own is not null || !indicator.IsSum;
        return new RatingAnswer
        {
            Indicator = indicator.Number,
            Region = rating.UnitCode,
            Period = rating.Quarter.ToString(),
            State = rating.State,
            Value = Rounded(rating.Value),
            Displayed = rating.Value is null ? null : rating.Displayed,
            Unit = planned.Basis == TargetBasis.Increase ? indicator.DifferenceUnit : indicator.Unit,
            Expected = Rounded(rating.Target?.Expected),
            Target = hasTarget ? own?.Value ?? planned.Value : null,
            Operator = Operators.Of(planned.Comparison),
            TargetDocument = own?.Document,
            Shortfall = Rounded(rating.Shortfall),
            ShortfallUnit = indicator.DifferenceUnit,
            Tolerance = Rounded(rating.Target?.Tolerance),
            Provisional = rating.IsProvisional,
            Explanation = rating.Explanation,
            Reported = rating.ReportedUnits,
            Counting = rating.CountingUnits,
            Uncorrected = Rounded(rating.Measurement.Uncorrected),
            YearToDate = Rounded(rating.Measurement.YearToDate),
            ChangeOnQuarter = Rounded(rating.ChangeOnQuarter),
            ChangeOnYear = Rounded(rating.ChangeOnYear),
            NeededPerQuarter = Rounded(rating.NeededPerQuarter),
            YearAmountAtPace = Rounded(rating.YearAmountAtPace),
        };
    }

    private static decimal? Rounded(Rational? number) => number?.Round(Decimals);
}
