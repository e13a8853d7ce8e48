using System.Globalization;
using System.Text;

namespace Tongliao.GreenDev.Application;

/// <summary>What people type as words.</summary>
public static class TypedText
{
    /// <summary>
    /// Trimmed and without control characters, which the database refuses and nobody means, nor characters that do not show;
    /// line breaks stay, and what Mongolian letters are joined with. Null for nothing to be seen.
    /// </summary>
    public static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var kept = string.Concat(text.Where(IsMeant)).Trim();
        return kept.EnumerateRunes().All(IsInvisible) ? null : kept;
    }

    private static bool IsMeant(char c) => CharUnicodeInfo.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control => c is '\n' or '\t',

        // The non-joiner, the joiner and the vowel separator.
        UnicodeCategory.Format => c is '\u200C' or '\u200D' or '\u180E',
        _ => true,
    };

    private static bool IsInvisible(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
}
