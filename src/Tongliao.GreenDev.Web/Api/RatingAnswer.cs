using Tongliao.GreenDev.Domain.Numbers;
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

    /// <summary>By value and target alone; another than <see cref="State"/> where a document accepts it (认可偏差).</summary>
    public required RagStatus Judged { get; init; }

    /// <summary>The last day of the accepted deviation; null where there is none.</summary>
    public required DateOnly? AcceptedUntil { get; init; }

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

    public static RatingAnswer Of(IndicatorRating rating)
    {
        var target = rating.YearTarget;
        return new RatingAnswer
        {
            Indicator = rating.Indicator.Number,
            Region = rating.UnitCode,
            Period = rating.Quarter.ToString(),
            State = rating.State,
            Judged = rating.Judged,
            AcceptedUntil = rating.Deviation?.Until,
            Value = Rounded(rating.Value),
            Displayed = rating.Value is null ? null : rating.Displayed,
            Unit = rating.Unit,
            Expected = Rounded(rating.Target?.Expected),
            Target = target.IsMissing ? null : target.Number,
            Operator = Operators.Of(target.Comparison),
            TargetDocument = target.Own?.Document,
            Shortfall = Rounded(rating.Shortfall),
            ShortfallUnit = rating.Indicator.DifferenceUnit,
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
