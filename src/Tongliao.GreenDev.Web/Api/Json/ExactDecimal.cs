using System.Globalization;
using System.Text;

namespace Tongliao.GreenDev.Web.Api.Json;

/// <summary>Reads a JSON number without loss. The framework's own reading rounds what a decimal cannot hold, and says nothing.</summary>
internal static class ExactDecimal
{
    private const int MaxDigits = 28;
    private const int MaxScale = 28;

    // Keeps the arithmetic on exponents far from overflow; no number that a decimal holds is near it.
    private const int MaxExponentDigits = 4;

    /// <param name="json">A number token of valid JSON.</param>
    /// <param name="value">The very same number.</param>
    /// <returns>False when a decimal cannot hold it exactly.</returns>
    public static bool TryParse(ReadOnlySpan<byte> json, out decimal value)
    {
        value = 0;
        var text = Encoding.ASCII.GetString(json);
        var isNegative = text[0] == '-';
        var parts = text[(isNegative ? 1 : 0)..].Split('e', 'E');
        if (!TryReadExponent(parts, out var exponent))
        {
            return false;
        }

        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : parts[0].Length - point - 1;
        var all = parts[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimEnd('0');
        var scale = fraction - exponent - (all.Length - digits.Length);
        digits = digits.TrimStart('0');
        if (digits.Length == 0)
        {
            return true;
        }

        if (scale < 0)
        {
            digits += new string('0', Math.Min(-scale, MaxDigits + 1));
            scale = 0;
        }

        if (digits.Length > MaxDigits || scale > MaxScale)
        {
            return false;
        }

        value = Scaled(decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), scale, isNegative);
        return true;
    }

    private static bool TryReadExponent(string[] parts, out int exponent)
    {
        exponent = 0;
        if (parts.Length == 1)
        {
            return true;
        }

        var digits = parts[1].TrimStart('+', '-').TrimStart('0');
        if (digits.Length > MaxExponentDigits)
        {
            return false;
        }

        exponent = digits.Length == 0 ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        exponent = parts[1][0] == '-' ? -exponent : exponent;
        return true;
    }

    private static decimal Scaled(decimal whole, int scale, bool isNegative)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(whole, bits);
        return new decimal(bits[0], bits[1], bits[2], isNegative, (byte)scale);
    }
}
