using System.Text;
using System.Xml;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>What a cell can hold of a text that a person typed.</summary>
internal static class CellText
{
    private const int LongestText = 32_767;

    /// <summary>Leaves out what XML forbids, keeps one kind of line break, and stays within the length of a cell.</summary>
    public static string Clean(string text)
    {
        if (text.Length <= LongestText && !text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            && !text.AsSpan().ContainsAnyInRange('\uFFFD', '\uFFFF'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
        {
            // A lone half of a surrogate pair comes out of the enumeration as U+FFFD.
            var isAllowed = rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF) && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value));
            if (isAllowed && clean.Length + rune.Utf16SequenceLength <= LongestText)
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }
}
