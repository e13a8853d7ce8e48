using System.Globalization;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>A day as people type it or as it stands in an address.</summary>
/// <param name="Value">The day; null for an empty text and for one that is no day.</param>
/// <param name="Fault">Chinese: what is wrong and what to do; null when the text could be read.</param>
public readonly record struct DateText(DateOnly? Value, string? Fault)
{
    /// <summary>How a day is written in a field and in an address.</summary>
    public const string Format = "yyyy-MM-dd";

    private static readonly string[] Formats = [Format, "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>Reads a text; full-width digits count as plain ones, characters that do not show do not count.</summary>
    public static DateText Read(string? text)
    {
        var plain = new string([.. VisibleText.Folded(text).Select(Plain)]);
        if (plain.Length == 0)
        {
            return new DateText(null, null);
        }

        return DateOnly.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateText(day, null)
            : new DateText(null, "不是有效的日期，请按 2025-10-15 的格式填写。");
    }

    /// <summary>A text written as we write a day; as it is where it is no day.</summary>
    public static string? Normal(string? text) => Display(Read(text).Value) ?? text;

    /// <summary>A day as it stands in a field.</summary>
    public static string? Display(DateOnly? day) => day?.ToString(Format, CultureInfo.InvariantCulture);

    private static char Plain(char c) => c switch
    {
        '—' => '-',
        '。' => '.',
        _ => c,
    };
}
