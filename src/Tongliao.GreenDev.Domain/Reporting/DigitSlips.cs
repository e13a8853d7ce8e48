using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Two neighbouring digits typed in the wrong order, told from how near the number comes when they are put right.</summary>
internal static class DigitSlips
{
    /// <param name="now">The number, above 0.</param>
    /// <param name="least">The least that was expected, above 0.</param>
    /// <param name="most">The most that was expected.</param>
    /// <param name="limits">How far off, and how much nearer.</param>
    /// <returns>The number that was probably meant; null when none comes much nearer.</returns>
    public static decimal? Of(decimal now, Rational least, Rational most, CheckLimits limits)
    {
        var off = Distance(now, least, most);
        if (off <= limits.SwapDifference)
        {
            return null;
        }

        return Swaps(now).Where(meant => Distance(meant, least, most) * limits.SwapNearer <= off)
            .OrderBy(meant => Distance(meant, least, most)).Cast<decimal?>().FirstOrDefault();
    }

    private static IEnumerable<decimal> Swaps(decimal now)
    {
        var text = now.ToString("0.####", CultureInfo.InvariantCulture);
        for (var at = 0; at < text.Length - 1; at++)
        {
            if (text[at] != text[at + 1] && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]))
            {
                yield return decimal.Parse($"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}", CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>How far outside of what was expected, as a share of it; 0 within.</summary>
    private static Rational Distance(Rational value, Rational least, Rational most) =>
        value < least ? (least - value) / least : value > most ? (value - most) / most : Rational.Zero;
}
