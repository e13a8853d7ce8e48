using System.Text;
using System.Xml;

namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>Reads texts: those that cells share, and the one that stands in a cell itself.</summary>
internal static class SharedStrings
{
    public static IReadOnlyList<string> Read(XmlReader reader, WorkbookLimits limits)
    {
        var strings = new List<string>();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                strings.Add(ReadText(reader));
                if (strings.Count > limits.SharedStrings)
                {
                    throw WorkbookRefusals.TooMany("文字条数", limits.SharedStrings);
                }
            }
        }

        return strings;
    }

    /// <summary>The text of the element at which the reader stands (si, is), with all its runs and without how it is pronounced (拼音).</summary>
    public static string ReadText(XmlReader reader)
    {
        var text = new StringBuilder();
        var (depth, isSpoken, isText) = (reader.Depth, false, false);
        if (reader.IsEmptyElement)
        {
            return "";
        }

        while (reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    isText = reader.LocalName == "t" && !reader.IsEmptyElement;
                    isSpoken |= reader.LocalName == "rPh" && !reader.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    isText = false;
                    isSpoken &= reader.LocalName != "rPh";
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when isText && !isSpoken:
                    text.Append(reader.Value);
                    break;
            }
        }

        return Plain(text.ToString());
    }

    /// <summary>Characters that XML has no place for stand as _x000D_.</summary>
    public static string Plain(string text) => text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;
}
