using System.Numerics;

namespace Tongliao.GreenDev.Domain.Numbers;

/// <summary>
/// An exact fraction in lowest terms. Lights are decided on these, never on rounded numbers:
/// 11/15 to 25/30 is exactly +10 percentage points, while decimals give 9.99…97.
/// </summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger numerator;
    private readonly BigInteger denominator;

    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        // Most figures are whole numbers: for them the search for a common divisor would be all of the work.
        if (denominator.IsOne)
        {
            (this.numerator, this.denominator) = (numerator, denominator);
            return;
        }

        // Zero where the denominator is: then the division fails.
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        this.numerator = numerator / divisor;
        this.denominator = denominator / divisor;
    }

    public static Rational Zero => default;

    public int Sign => numerator.Sign;

    // The default value of the struct has denominator 0 and stands for zero.
    private BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public static implicit operator Rational(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
        return new Rational(bits[3] < 0 ? -magnitude : magnitude, BigInteger.Pow(10, value.Scale));
    }

    public static implicit operator Rational(int value) => new(value, 1);

    public static Rational operator +(Rational left, Rational right) =>
        new((left.numerator * right.Denominator) + (right.numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator -(Rational value) => new(-value.numerator, value.Denominator);

    public static Rational operator *(Rational left, Rational right) =>
        new(left.numerator * right.numerator, left.Denominator * right.Denominator);

    public static Rational operator /(Rational left, Rational right) =>
        new(left.numerator * right.Denominator, left.Denominator * right.numerator);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    public static Rational Abs(Rational value) => new(BigInteger.Abs(value.numerator), value.Denominator);

    /// <summary>The nearest decimal with at most <paramref name="decimals"/> places, halves away from zero, without noughts at its end. For display and transport only.</summary>
    /// <exception cref="OverflowException">The value is beyond what a decimal holds.</exception>
    public decimal Round(int decimals)
    {
        var scaled = BigInteger.Abs(numerator) * BigInteger.Pow(10, decimals);
        var (quotient, remainder) = BigInteger.DivRem(scaled, Denominator);
        if (remainder * 2 >= Denominator)
        {
            quotient += 1;
        }

        var magnitude = (decimal)quotient;
        for (var i = 0; i < decimals; i++)
        {
            magnitude /= 10m;
        }

        return magnitude * numerator.Sign;
    }

    public int CompareTo(Rational other) =>
        (numerator * other.Denominator).CompareTo(other.numerator * Denominator);

    public bool Equals(Rational other) => numerator == other.numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(numerator, Denominator);

    public override string ToString() => $"{numerator}/{Denominator}";
}
