using System.Globalization;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Domain.Numbers;

/// <summary>A number as people type it or copy it from Excel, read the same on screen, in an import and in the API.</summary>
/// <param name="Value">The number; null for an empty text and for one that is no number.</param>
/// <param name="Fault">Chinese: what is wrong and what to do; null when the text could be read.</param>
public readonly record struct NumberText(decimal? Value, string? Fault)
{
    /// <summary>Chinese: how the number was understood where its unit had to be converted, for example 3.2万人→32,000人; null for as it stands.</summary>
    public string? Note { get; init; }

    /// <summary>The sum it was computed from, for example =12+7; null for none.</summary>
    public string? Formula { get; init; }

    private const int GroupLength = 3;

    // What a decimal surely holds without rounding; how many digits a field may have is said by ValueChecks.
    private const int MaxDigits = 24;
    private const int MaxQuoted = 12;

    /// <summary>
    /// Reads a text: full-width digits, points and signs count as their plain forms, spaces around it and characters that
    /// do not show do not count, commas count as thousands separators where they stand as such. An empty text is no fault
    /// and has no value.
    /// </summary>
    /// <param name="text">As typed.</param>
    /// <param name="unit">The unit of the field, for the message; null where it is not known.</param>
    public static NumberText Read(string? text, string? unit = null)
    {
        var shown = VisibleText.Folded(text);
        var plain = new string([.. shown.Select(Plain)]);
        if (plain.Length == 0)
        {
            return new NumberText(null, null);
        }

        var unsigned = plain.StartsWith('-') ? plain[1..] : plain;
        var parts = unsigned.Split('.');
        var isNumber = unsigned.Any(char.IsAsciiDigit) && parts.Length <= 2
            && parts[0].All(c => char.IsAsciiDigit(c) || c == ',') && (parts.Length == 1 || parts[1].All(char.IsAsciiDigit));
        if (!isNumber)
        {
            return new NumberText(null, FaultOf(shown, plain, unit));
        }

        if (!IsWellGrouped(parts[0]))
        {
            return new NumberText(null, "逗号只能用作千位分隔（例如1,234.5），小数点请用“.”。");
        }

        return unsigned.Count(char.IsAsciiDigit) > MaxDigits
            ? new NumberText(null, "数字太长，整数部分最多12位、小数最多4位，请核对单位。")
            : new NumberText(Parse(plain), null);
    }

    /// <summary>A number as it stands in a field: thousands separated, no zeros at the end, nothing lost.</summary>
    public static string Display(decimal? value) => value?.ToString("#,##0.############################", CultureInfo.InvariantCulture) ?? "";

    private static char Plain(char c) => c switch
    {
        '。' => '.',
        '−' => '-',
        _ => c,
    };

    private static bool IsWellGrouped(string integer)
    {
        var groups = integer.Split(',');
        return groups.Length == 1
            || (groups[0].Length is >= 1 and <= GroupLength && groups.Skip(1).All(group => group.Length == GroupLength));
    }

    private static decimal Parse(string plain)
    {
        var value = decimal.Parse(
            plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return value == 0 ? 0 : value;
    }

    private static string FaultOf(string typed, string plain, string? unit)
    {
        if (plain.EndsWith('%'))
        {
            return "请填写数量，不填百分比：去掉“%”，按单位填写分子、分母。";
        }

        if (unit is not null && plain.EndsWith(unit, StringComparison.Ordinal))
        {
            return $"单位已是{unit}，只填数字。";
        }

        if (plain.Any(char.IsAsciiDigit) && plain.Any(char.IsWhiteSpace) && plain.All(c => c is '.' or ',' or '-' || char.IsAsciiDigit(c) || char.IsWhiteSpace(c)))
        {
            return "数字中间不能有空格，请去掉空格。";
        }

        var quoted = typed.Length <= MaxQuoted ? typed : typed[..MaxQuoted] + "…";
        return plain.Any(char.IsAsciiDigit)
            ? $"“{quoted}”不是数字，请只填数字（例如1,234.5），不带单位、文字和算式{(unit is null ? "" : $"；本栏单位是{unit}")}。"
            : $"“{quoted}”不是数字，请填数字（例如1,234.5）；数量为零填0，没有此项请选“不适用”。";
    }
}
