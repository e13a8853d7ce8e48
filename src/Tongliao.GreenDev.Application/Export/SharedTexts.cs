using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>The texts of a workbook, each kept once. A text can only ever become a string cell, never a formula.</summary>
internal sealed partial class SharedTexts
{
    private const int LongestText = 32_767;

    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private int uses;

    public int IndexOf(string text)
    {
        uses++;
        var clean = Clean(text);
        if (!indexes.TryGetValue(clean, out var index))
        {
            index = texts.Count;
            indexes.Add(clean, index);
            texts.Add(clean);
        }

        return index;
    }

    public SharedStringTable ToTable()
    {
        var table = new SharedStringTable { Count = (uint)uses, UniqueCount = (uint)texts.Count };
        foreach (var text in texts)
        {
            table.Append(new SharedStringItem(new Text(Escape(text)) { Space = SpaceProcessingModeValues.Preserve }));
        }

        return table;
    }

    /// <summary>Leaves out what XML forbids, keeps one kind of line break, and stays within the length of a cell.</summary>
    public static string Clean(string text)
    {
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

    /// <summary>Excel reads _x0041_ in a string as the letter A; escaping its underscore keeps the text as typed.</summary>
    private static string Escape(string text) => EscapeLike().Replace(text, "_x005F_");

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapeLike();
}
