using System.Globalization;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Verification;

/// <summary>What a fact about a figure says: whose, of which indicator and quarter, and what of it. In a file's record it is one text.</summary>
public readonly record struct FactKey(ValueKey Figure, FactWhat What)
{
    private const char Separator = '/';

    /// <summary>The typed number that is meant; null for all else.</summary>
    public InputKey? Input => Enum.TryParse<InputKey>(What.ToString(), out var input) ? input : null;

    /// <summary>A typed number.</summary>
    public static FactKey OfInput(ValueKey figure, InputKey input) => new(figure, Enum.Parse<FactWhat>(input.ToString()));

    /// <summary>For example <c>150502/3/2025Q3/value</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Figure.UnitCode}{Separator}{Figure.IndicatorNumber}{Separator}{Figure.Quarter}{Separator}{What.ToString().ToLowerInvariant()}");

    /// <summary>Null for what is no such key.</summary>
    public static FactKey? Read(string text) =>
        text.Split(Separator) is [{ Length: > 0 } unit, var indicator, var period, { Length: > 0 } what]
        && int.TryParse(indicator, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Quarter.TryParse(period, out var quarter)
        && char.IsAsciiLetterLower(what[0]) && Enum.TryParse<FactWhat>(what, ignoreCase: true, out var part)
            ? new FactKey(new ValueKey(unit, quarter, number), part)
            : null;
}
