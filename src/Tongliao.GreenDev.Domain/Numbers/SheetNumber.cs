using System.Text.RegularExpressions;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Domain.Numbers;

/// <summary>
/// A number as people type it into a sheet: all that <see cref="NumberText"/> reads, and besides the field's unit behind it, 万 and 亿,
/// spaces between thousands, and sums. What had to be converted is said.
/// </summary>
public static partial class SheetNumber
{
    private const int MaxDecimals = 4;
    private static readonly Rational TooLarge = 1_000_000_000_000_000m;

    /// <summary>Reads a text of a field.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="unit">Of the field, for example 万人.</param>
    public static NumberText Read(string? text, string unit)
    {
        var plain = NumberText.Read(text, unit);
        if (plain.Fault is null)
        {
            return plain;
        }

        var typed = WithoutSpaces(VisibleText.Folded(text)).Replace('。', '.').Replace('−', '-');
        var body = unit is "个百分点" or "%" && typed.EndsWith('%') ? typed[..^1] : typed;
        var (fieldScale, name) = Split(unit);
        var (amount, scale) = Amount(body, name, fieldScale);
        var isFormula = amount.StartsWith('=') || amount.AsSpan().ContainsAny('+', '*', '×');
        Rational? computed = isFormula ? Formula.Compute(amount.TrimStart('=')) : NumberText.Read(amount).Value is { } number ? (Rational)number : null;
        return computed is not { } result
            ? amount.StartsWith('=') ? new NumberText(null, $"算式算不出来，请只用数字和 + - * / ( )，例如 =12+7。") : plain
            : Of(result * scale / fieldScale, typed, unit, scale == fieldScale, isFormula ? "=" + amount.TrimStart('=') : null);
    }

    private static NumberText Of(Rational result, string typed, string unit, bool isInUnit, string? formula)
    {
        if (Rational.Abs(result) > TooLarge)
        {
            return new NumberText(null, "数字太长，整数部分最多12位、小数最多4位，请核对单位。");
        }

        var value = result.Round(MaxDecimals);
        return value != result
            ? new NumberText(null, $"“{typed}”按{unit}计超过4位小数，请四舍五入后填写。")
            : new NumberText(value, null) { Note = isInUnit ? null : $"{typed}→{NumberText.Display(value)}{unit}", Formula = formula };
    }

    /// <summary>The number without 万, 亿 and unit, and what one of it is worth.</summary>
    private static (string Amount, Rational Scale) Amount(string text, string name, Rational fieldScale)
    {
        var isNamed = text.Length > name.Length && text.EndsWith(name, StringComparison.Ordinal);
        var rest = isNamed ? text[..^name.Length] : text;
        var amount = rest.TrimEnd('万', '亿');
        return amount.Length == rest.Length && !isNamed ? (amount, fieldScale) : (amount, Worth(rest[amount.Length..]));
    }

    private static (Rational Scale, string Name) Split(string unit)
    {
        var name = unit.TrimStart('万', '亿');
        return (Worth(unit[..^name.Length]), name);
    }

    private static Rational Worth(string words) =>
        words.Aggregate((Rational)1, (worth, word) => worth * (word == '万' ? 10_000 : 100_000_000));

    private static string WithoutSpaces(string text) => Spaces().Replace(SpacedThousands().Replace(text, ","), "");

    [GeneratedRegex(@"(?<=[0-9])\s(?=[0-9])")]
    private static partial Regex SpacedThousands();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
