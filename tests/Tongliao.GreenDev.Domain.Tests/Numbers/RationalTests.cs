using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Numbers;

/// <summary>Exact fractions at their edges; the laws are in <see cref="RationalPropertyTests"/>.</summary>
public sealed class RationalTests
{
    [Fact]
    public void Default_IsZero()
    {
        Rational none = default;

        Assert.Equal(Rational.Zero, none);
        Assert.Equal((Rational)0m, none);
        Assert.Equal(((Rational)0m).GetHashCode(), none.GetHashCode());
        Assert.Equal((Rational)3, none + 3);
        Assert.Equal(0m, none.Round(2));
        Assert.Equal(0, none.Sign);
    }

    [Fact]
    public void ZeroDenominator_IsRefused()
    {
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
        Assert.Throws<DivideByZeroException>(() => (Rational)1 / Rational.Zero);
        Assert.Throws<DivideByZeroException>(() => (Rational)1 / default(Rational));
    }

    [Fact]
    public void Equality_IsOfTheFractionNotItsForm()
    {
        Assert.Equal(new Rational(1, 2), new Rational(-3, -6));
        Assert.Equal(new Rational(-1, 2), new Rational(1, -2));
        Assert.Equal((Rational)0.50m, (Rational)0.5m);
        Assert.Equal(new Rational(-1, 2).GetHashCode(), new Rational(1, -2).GetHashCode());
        Assert.True(new Rational(1, 2) == 0.5m);
        Assert.True(new Rational(1, 3) != 0.3333333333333333333333333333m);
        Assert.False(new Rational(1, 2).Equals("1/2"));
        Assert.Equal("1/2", new Rational(2, 4).ToString());
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("-7.9228162514264337593543950335")]
    [InlineData("0")]
    public void FromDecimal_EveryMagnitude_IsExact(string text)
    {
        var value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var scale = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;

        Assert.Equal(value, ((Rational)value).Round(scale));
    }

    [Theory]
    [InlineData(1, 2, 0, 1)]
    [InlineData(-1, 2, 0, -1)]
    [InlineData(5, 2, 0, 3)]
    [InlineData(-5, 2, 0, -3)]
    [InlineData(1, 3, 2, 0.33)]
    [InlineData(2, 3, 2, 0.67)]
    [InlineData(-2, 3, 2, -0.67)]
    [InlineData(1, 8, 2, 0.13)]
    [InlineData(-1, 8, 2, -0.13)]
    [InlineData(49999, 100000, 0, 0)]
    public void Round_HalvesGoAwayFromZero(int numerator, int denominator, int decimals, double expected) =>
        Assert.Equal((decimal)expected, new Rational(numerator, denominator).Round(decimals));

    [Theory]
    [InlineData(5, 2, 10, "2.5")]
    [InlineData(100, 1, 4, "100")]
    [InlineData(1, 3, 3, "0.333")]
    [InlineData(2000, 10000, 4, "0.2")]
    [InlineData(-1, 100, 1, "0")]
    public void Round_AnyNumber_EndsWithoutNoughts(int numerator, int denominator, int decimals, string expected) =>
        Assert.Equal(expected, new Rational(numerator, denominator).Round(decimals).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Round_BeyondADecimal_Overflows() =>
        Assert.Throws<OverflowException>(() => ((Rational)decimal.MaxValue * 10).Round(0));

    [Fact]
    public void MinMaxAbs_PickTheRightOne()
    {
        Assert.Equal((Rational)(-2), Rational.Min(-2, 1));
        Assert.Equal((Rational)1, Rational.Max(-2, 1));
        Assert.Equal((Rational)2, Rational.Abs(-2));
    }
}
