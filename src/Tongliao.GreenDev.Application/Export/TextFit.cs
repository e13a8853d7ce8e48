namespace Tongliao.GreenDev.Application.Export;

/// <summary>Row heights computed ahead, because neither merged cells nor a file that was never opened fit themselves.</summary>
internal static class TextFit
{
    private const string NeverFirstInLine = "，。；：！？、）》”’】〕％%)";
    private const string NeverLastInLine = "（《“‘【〔(";

    // The width of a column counts digits of the workbook's default font, 7 pixels of 96 to the inch at the least.
    private const double PointsPerColumnUnit = 7 * 0.75;
    // Noto, the widest spaced of the usual substitutes, takes 1.45 em a line, of which the last line needs no leading.
    private const double LineSpacing = 1.4;

    /// <summary>Height in points of a row that shows all of a text.</summary>
    public static double Height(string text, double columnWidth, double fontSize, double padding = 0) =>
        Math.Ceiling((Lines(text, columnWidth, fontSize) * fontSize * LineSpacing) + padding);

    /// <summary>How many lines a text takes in a column, its own line breaks included.</summary>
    public static int Lines(string text, double columnWidth, double fontSize)
    {
        var capacity = columnWidth * PointsPerColumnUnit / fontSize;
        return text.Split('\n').Sum(line => LinesOf(line, capacity));
    }

    private static int LinesOf(string text, double capacity)
    {
        var lines = 1;
        var used = 0.0;
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfUnbreakable(text, start);
            var width = Width(text.AsSpan(start, end - start));
            if (used > 0 && used + width > capacity)
            {
                lines++;
                used = 0;
            }

            used += width;
            while (used > capacity)
            {
                lines++;
                used -= capacity;
            }

            start = end;
        }

        return lines;
    }

    /// <summary>A Latin word or number, or one Chinese character, with the punctuation that stays with it.</summary>
    private static int EndOfUnbreakable(string text, int start)
    {
        var end = start;
        while (end < text.Length - 1 && NeverLastInLine.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        var isWord = IsWord(text[end]);
        end++;
        while (end < text.Length && ((isWord && IsWord(text[end])) || NeverFirstInLine.Contains(text[end], StringComparison.Ordinal)))
        {
            end++;
        }

        return end;
    }

    private static bool IsWord(char c) => c is > ' ' and < '\u0100';

    /// <summary>In ems: a Chinese character takes one, a Latin somewhat more than half in most substitutes.</summary>
    private static double Width(ReadOnlySpan<char> text)
    {
        var width = 0.0;
        foreach (var c in text)
        {
            width += c < '\u0100' ? 0.6 : 1;
        }

        return width;
    }
}
