using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Numbers;

/// <summary>Laws of exact arithmetic.</summary>
public sealed class RationalPropertyTests
{
    private static readonly Gen<Rational> Fractions =
        from numerator in Gen.Choose(-100000, 100000)
        from denominator in Gen.Choose(-5000, 5000).Where(d => d != 0)
        select new Rational(numerator, denominator);

    private static readonly Gen<decimal> Decimals =
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        from scale in Gen.Choose(0, 12)
        select new decimal(low, Math.Abs(high % 1000000), 0, high < 0, (byte)scale);

    [Fact]
    public void AddAndMultiply_CommuteAssociateAndDistribute() =>
        Properties.Check(Fractions.Three(), xyz =>
        {
            var (x, y, z) = xyz;
            Assert.Equal(x + y, y + x);
            Assert.Equal(x * y, y * x);
            Assert.Equal((x + y) + z, x + (y + z));
            Assert.Equal((x * y) * z, x * (y * z));
            Assert.Equal(x * (y + z), (x * y) + (x * z));
        });

    [Fact]
    public void SubtractAndDivide_UndoAddAndMultiply() =>
        Properties.Check(Fractions.Two(), xy =>
        {
            var (x, y) = xy;
            Assert.Equal(x, x + y - y);
            Assert.Equal(Rational.Zero, x - x);
            if (y.Sign != 0)
            {
                Assert.Equal(x, x * y / y);
            }
        });

    [Fact]
    public void Compare_AgreesWithTheSignOfTheDifference() =>
        Properties.Check(Fractions.Two(), xy =>
        {
            var (x, y) = xy;
            Assert.Equal((x - y).Sign, Math.Sign(x.CompareTo(y)));
            Assert.Equal(x < y, y > x);
            Assert.Equal(x <= y, !(x > y));
            Assert.Equal(x >= y, !(x < y));
            Assert.Equal(x == y, x.CompareTo(y) == 0);
            Assert.True(x == y || x.GetHashCode() != y.GetHashCode() || !x.Equals(y));
        });

    [Fact]
    public void SameFractionOfAnyForm_IsEqualWithEqualHash() =>
        Properties.Check(
            from numerator in Gen.Choose(-10000, 10000)
            from denominator in Gen.Choose(1, 10000)
            from factor in Gen.Choose(-99, 99).Where(f => f != 0)
            select (numerator, denominator, factor),
            t =>
            {
                var plain = new Rational(t.numerator, t.denominator);
                var expanded = new Rational(new BigInteger(t.numerator) * t.factor, new BigInteger(t.denominator) * t.factor);
                Assert.Equal(plain, expanded);
                Assert.Equal(plain.GetHashCode(), expanded.GetHashCode());
            });

    [Fact]
    public void Round_AgreesWithDecimalAwayFromZero() =>
        Properties.Check(
            from value in Decimals
            from decimals in Gen.Choose(0, 10)
            select (value, decimals),
            t => Assert.Equal(decimal.Round(t.value, t.decimals, MidpointRounding.AwayFromZero), ((Rational)t.value).Round(t.decimals)),
            runs: 2000);

    [Fact]
    public void FromDecimal_AddsLikeDecimal() =>
        Properties.Check(Properties.Typed(1_000_000).Two(), xy =>
        {
            var (x, y) = xy;
            Assert.Equal((Rational)(x + y), (Rational)x + y);
            Assert.Equal((Rational)(x - y), (Rational)x - y);
            Assert.Equal((Rational)(x * y), (Rational)x * y);
        });

    [Fact]
    public void Round_IsNeverFurtherThanHalfAStep() =>
        Properties.Check(
            from value in Fractions
            from decimals in Gen.Choose(0, 8)
            select (value, decimals),
            t =>
            {
                var step = new Rational(1, BigInteger.Pow(10, t.decimals));
                Assert.True(Rational.Abs(t.value - t.value.Round(t.decimals)) * 2 <= step);
            });
}
