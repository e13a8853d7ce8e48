using System.Globalization;
using System.Text;

namespace Tongliao.GreenDev.Domain.Texts;

/// <summary>What a person sees of a text. Copied text brings along characters that nobody sees; names can be made of them alone.</summary>
public static class VisibleText
{
    /// <summary>Fewer letters, digits or characters say nothing to who reads a reason.</summary>
    public const int FewestInReason = 4;

    /// <summary>A reviewer writes to a colleague about one value: 重报 is enough, a mark or a single character is not.</summary>
    public const int FewestInRemark = 2;

    /// <summary>How a reason that is too short is refused, behind the name of the reason.</summary>
    public const string ReasonAdvice = "至少写4个字，说清具体情况（标点不算）";

    /// <summary>
    /// A text that is read as a number, a day or a name and compared: without what does not show, full-width letters, digits and
    /// signs in their plain form, without spaces around it. Nothing else is folded: a ² must not become a 2.
    /// </summary>
    public static string Folded(string? text)
    {
        var folded = new StringBuilder();
        foreach (var rune in Shown(text ?? ""))
        {
            if (rune.Value is >= 0xFF01 and <= 0xFF5E)
            {
                folded.Append((char)(rune.Value - 0xFEE0));
            }
            else
            {
                folded.Append(rune.ToString());
            }
        }

        return folded.ToString().Trim();
    }

    /// <summary>The text without what does not show; line breaks stay, and what joins or shapes Mongolian letters.</summary>
    public static string WithoutInvisible(string text) => string.Concat(Shown(text)).Trim();

    /// <summary>Whether it says something: a mark, a stroke or 无 is no reason.</summary>
    public static bool IsReason(string? text) => LettersOf(text) >= FewestInReason;

    /// <summary>Whether it says something to a colleague who has the value before them (退回原因).</summary>
    public static bool IsRemark(string? text) => LettersOf(text) >= FewestInRemark;

    private static int LettersOf(string? text) => Shown(text ?? "").Count(Rune.IsLetterOrDigit);

    private static IEnumerable<Rune> Shown(string text)
    {
        Rune? before = null;
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsShown(rune, before))
            {
                before = rune;
                yield return rune;
            }
        }
    }

    private static bool IsShown(Rune rune, Rune? before) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value is '\n' or '\t',
        UnicodeCategory.Format => IsMongolianShaping(rune) && IsMongolian(before),

        // A letter younger than this framework may be part of a name; tags, selectors and what will never be a character are not.
        UnicodeCategory.OtherNotAssigned => rune.Value is not ((>= 0xE0000 and <= 0xE0FFF) or (>= 0xFDD0 and <= 0xFDEF)) && (rune.Value & 0xFFFE) != 0xFFFE,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark =>
            before is { } bearer && !Rune.IsWhiteSpace(bearer) && (!IsSelector(rune) || IsMongolian(before)),
        _ => !IsBlankLetter(rune),
    };

    /// <summary>The non-joiner, the joiner and the vowel separator; elsewhere than in Mongolian they only make two names look alike.</summary>
    private static bool IsMongolianShaping(Rune rune) => rune.Value is 0x200C or 0x200D or 0x180E;

    private static bool IsMongolian(Rune? rune) => rune is { Value: >= 0x1800 and <= 0x18AF } or { Value: 0x200C or 0x200D };

    private static bool IsSelector(Rune rune) =>
        rune.Value is (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0x034F or 0x17B4 or 0x17B5;

    /// <summary>Hangul fillers and the empty Braille cell: letters by category, blank by looks.</summary>
    private static bool IsBlankLetter(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;
}
