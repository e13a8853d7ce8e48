using System.Globalization;
using System.Xml;

namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>Which styles show a number as a day, and how a day is counted.</summary>
/// <param name="IsDay">By the number of a style.</param>
/// <param name="CountsFrom1904">As old Macintosh workbooks do.</param>
internal sealed record DayStyles(IReadOnlyList<bool> IsDay, bool CountsFrom1904)
{
    private const int FirstLeapFault = 60;
    private const double LastDay = 2_958_466;

    // Built-in formats of days, those of Chinese programs among them.
    private static readonly HashSet<int> BuiltIn = [14, 15, 16, 17, 22, .. Enumerable.Range(27, 10), .. Enumerable.Range(50, 9)];

    public static IReadOnlyList<bool> Read(XmlReader reader)
    {
        var (custom, styles, isOfCells) = (new Dictionary<string, bool>(), new List<bool>(), false);
        while (reader.Read())
        {
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "numFmt"):
                    custom[reader.GetAttribute("numFmtId") ?? ""] = ShowsDay(reader.GetAttribute("formatCode") ?? "");
                    break;
                case (XmlNodeType.Element or XmlNodeType.EndElement, "cellXfs"):
                    isOfCells = reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
                    break;
                case (XmlNodeType.Element, "xf") when isOfCells:
                    var id = reader.GetAttribute("numFmtId") ?? "";
                    styles.Add(custom.TryGetValue(id, out var isDay) ? isDay : int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && BuiltIn.Contains(number));
                    break;
            }
        }

        return styles;
    }

    /// <summary>A number as the day that the cell shows; null where it shows none.</summary>
    public DateOnly? DayOf(string? style, double number)
    {
        if (!int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= IsDay.Count || !IsDay[index] || number is < 1 or >= LastDay)
        {
            return null;
        }

        // 1900 had no 29 February, but workbooks count it.
        var days = (int)number;
        return CountsFrom1904 ? new DateOnly(1904, 1, 1).AddDays(Math.Min(days, DateOnly.MaxValue.DayNumber - new DateOnly(1904, 1, 1).DayNumber)) : new DateOnly(1899, 12, days < FirstLeapFault ? 31 : 30).AddDays(days);
    }

    /// <summary>Whether a format has a year or a day outside quotes, brackets and escapes.</summary>
    private static bool ShowsDay(string format)
    {
        char? until = null;
        for (var at = 0; at < format.Length; at++)
        {
            var letter = format[at];
            if (until is not null)
            {
                until = letter == until ? null : until;
            }
            else if (letter == '\\')
            {
                at++;
            }
            else if (letter is '"' or '[')
            {
                until = letter == '"' ? '"' : ']';
            }
            else if (letter is 'y' or 'Y' or 'd' or 'D')
            {
                return true;
            }
        }

        return false;
    }
}
