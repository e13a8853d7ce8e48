using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>
/// The numbers of a rating as they are printed together. One count of decimals serves all of them: the indicator's own,
/// or as many more as it takes that they bear out the verdict and add up as printed. The light itself is decided on exact numbers.
/// </summary>
public sealed class SpokenNumbers
{
    private const int MostDecimals = 10;

    private readonly IndicatorRating rating;

    private SpokenNumbers(IndicatorRating rating, int decimals)
    {
        this.rating = rating;
        Decimals = decimals;
        Value = rating.Value?.Round(decimals);
        Expected = rating.Target?.Expected.Round(decimals);
        Shortfall = rating.Shortfall?.Round(decimals);
    }

    public int Decimals { get; }

    public decimal? Value { get; }

    public decimal? Expected { get; }

    /// <summary>What value and expected value differ by, also as printed.</summary>
    public decimal? Shortfall { get; }

    /// <summary>Between the printed values of the two quarters.</summary>
    public decimal? ChangeOnQuarter => ChangeOf(rating.ChangeOnQuarter);

    /// <inheritdoc cref="ChangeOnQuarter"/>
    public decimal? ChangeOnYear => ChangeOf(rating.ChangeOnYear);

    /// <summary>From the printed value to the year's target, rounded up: who adds it every quarter gets there. Null where nothing is needed.</summary>
    public decimal? NeededPerQuarter => rating.NeededPerQuarter is { Sign: > 0 } ? RoundedUp(GapToYear / (4 - rating.Quarter.Number)) : null;

    private Rational GapToYear => rating.YearTarget.Comparison switch
    {
        Comparison.AtLeast or Comparison.MoreThan => rating.YearTarget.Number - Value!.Value,
        Comparison.AtMost => Value!.Value - rating.YearTarget.Number,
    };

    public static SpokenNumbers Of(IndicatorRating rating)
    {
        var numbers = new SpokenNumbers(rating, rating.Indicator.DisplayDecimals);
        while (numbers.Decimals < MostDecimals && !numbers.AreTrue())
        {
            numbers = new SpokenNumbers(rating, numbers.Decimals + 1);
        }

        return numbers;
    }

    /// <summary>The value without its unit, empty without one.</summary>
    public string ValueText() => Value is { } value ? Text(value) : "";

    /// <summary>The expected value without its unit, not longer than usual where that is exact.</summary>
    public string ExpectedText()
    {
        var exact = rating.Target!.Expected;
        var usual = rating.Indicator.DisplayDecimals;
        return RatingExplanation.Number(exact, exact.Round(usual) == exact ? usual : Decimals);
    }

    /// <summary>A difference of printed numbers with its unit.</summary>
    public string Difference(decimal difference) => Text(difference) + rating.Indicator.DifferenceUnit;

    /// <summary>A change in words: 提高 is said where more is better, 上升 where it is worse.</summary>
    public string Change(decimal change) => Change(change, rating.Indicator.DifferenceUnit);

    /// <inheritdoc cref="Change(decimal)"/>
    internal string Change(decimal change, string unit)
    {
        var indicator = rating.Indicator;
        var rises = indicator.IsSum ? "增加"
            : rating.YearTarget.Comparison == Comparison.AtMost ? "上升"
            : "提高";
        return change switch
        {
            > 0 => rises + Text(change) + unit,
            < 0 => (indicator.IsSum ? "减少" : "下降") + Text(-change) + unit,
            _ => "持平",
        };
    }

    /// <summary>The year's amount at the pace so far with its unit; it stands beside no number that it must add up with.</summary>
    public string Pace(Rational pace)
    {
        var decimals = rating.Indicator.DisplayDecimals;
        while (decimals < MostDecimals && pace.Sign != 0 && pace.Round(decimals) == 0)
        {
            decimals++;
        }

        return RatingExplanation.Number(pace, decimals) + rating.Indicator.DifferenceUnit;
    }

    private string Text(decimal number) => RatingExplanation.Number(number, Decimals);

    /// <summary>Of what was a quarter or a year before the printed value is known as well.</summary>
    private decimal? ChangeOf(Rational? change) =>
        change is { } exact ? Value!.Value - (rating.Value!.Value - exact).Round(Decimals) : null;

    private decimal RoundedUp(Rational number)
    {
        var rounded = number.Round(Decimals);
        return rounded < number ? rounded + Step(Decimals) : rounded;
    }

    private static decimal Step(int decimals) => new(1, 0, 0, isNegative: false, (byte)decimals);

    /// <summary>Whether these decimals hide nothing: 29.96 reads as 30.0 beside a target of 30 and yet is not met.</summary>
    private bool AreTrue() =>
        (!rating.YearTarget.Annex.IsIncrease || HasSign(Value, rating.Value))
        && HasSign(ChangeOnQuarter, rating.ChangeOnQuarter)
        && HasSign(ChangeOnYear, rating.ChangeOnYear)
        && (rating.Target is not { } target || rating.Value is not { } value || (BearsOut(target, value) && AddsUp(target)));

    private static bool HasSign(decimal? spoken, Rational? exact) => (spoken is { } number ? Math.Sign(number) : 0) == (exact?.Sign ?? 0);

    private bool BearsOut(PeriodTarget target, Rational value)
    {
        var isMet = target.IsMetBy(value);
        return (target with { Expected = Expected!.Value }).IsMetBy(Value!.Value) == isMet
            && (isMet || Value.Value.CompareTo(Expected.Value) == value.CompareTo(target.Expected));
    }

    /// <summary>88.3, 92.8 and 4.4 do not; 1.04 read as 1.0 would not exceed a tolerance of 1.</summary>
    private bool AddsUp(PeriodTarget target) =>
        (Shortfall == 0 || Shortfall == Math.Abs(Value!.Value - Expected!.Value))
        && HasSign(Shortfall, rating.Shortfall)
        && (Shortfall!.Value <= target.Tolerance) == (rating.Shortfall!.Value <= target.Tolerance)
        && NeededPerQuarter is null or > 0;
}
