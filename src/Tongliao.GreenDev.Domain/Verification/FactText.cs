using System.Globalization;

namespace Tongliao.GreenDev.Domain.Verification;

/// <summary>How a fact is written, and whether two texts say the same.</summary>
public static class FactText
{
    /// <summary>In place of a number that is not there; a cell left empty says the same.</summary>
    public const string None = "—";

    /// <summary>Of a number in a file: a spreadsheet keeps 15 to 17 significant digits, ten decimals are what the portal gives everywhere.</summary>
    public const int Decimals = 10;

    private const decimal Largest = 1e27m;

    // Ten decimals are written.
    private const decimal Reckoning = 1e-9m;

    /// <summary>A number plainly.</summary>
    public static string Of(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether both say the same: numbers to 15 digits, which is what a spreadsheet keeps of them when it saves a file again; words
    /// whatever blanks and line breaks stand between them.
    /// </summary>
    public static bool Same(string one, string other) =>
        Plain(one) == Plain(other) || (NumberOf(one) is { } number && number == NumberOf(other));

    /// <summary>The same of what a formula makes: a program that reckons it anew comes to other last digits than those that were written.</summary>
    public static bool SameReckoned(string one, string other) =>
        Same(one, other) || (NumberOf(one) is { } number && NumberOf(other) is { } reckoned && Math.Abs(number - reckoned) <= Reckoning * Math.Max(1, Math.Abs(number)));

    /// <summary>Beyond the largest a number is words: no cell of the portal's has it.</summary>
    private static decimal? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Largest
            ? (decimal)(double)number
            : null;

    private static string Plain(string text) => text == None ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
