using System.Text;
using System.Xml;

namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>
/// Reads a document (docx) that somebody hands in as workbooks are read: forward only, within limits, nothing followed. What was struck out in a
/// revision is not read, what was put in is. A control is known by its tag; LibreOffice 7 keeps only its title, so that both are to say the same.
/// </summary>
internal static class DocumentReader
{
    public const string Ending = ".docx";

    private const int MostNested = 16;
    private const int LongestText = 32_767;

    /// <exception cref="RefusalException">It is none, is broken, or is more than is read.</exception>
    public static OfficeDocument Read(string? name, byte[] content, WorkbookLimits? limits = null) =>
        WorkbookReader.Unpack(name, Ending, content, limits ?? new WorkbookLimits(), parts =>
        {
            var root = parts.RelationsOf(WorkbookReader.RootRelations);
            using var reader = WorkbookReader.PartOf(root, "officeDocument") is { } main ? parts.Open(main) : null;
            return new OfficeDocument(ReadControls(reader ?? throw WorkbookRefusals.Missing("正文"), (limits ?? new WorkbookLimits()).Cells))
            {
                Properties = WorkbookReader.PropertiesOf(parts, root),
            };
        });

    private static ILookup<string, string> ReadControls(XmlReader reader, int most)
    {
        var (open, found) = (new Stack<Control>(), new List<Control>());
        var isText = false;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    isText = reader.LocalName == "t" && !reader.IsEmptyElement;
                    Begin(reader, open);
                    break;
                case XmlNodeType.EndElement:
                    isText = false;
                    End(reader, open, found, most);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when isText:
                    Say(open, reader.Value);
                    break;
            }
        }

        return found.ToLookup(control => control.Tag ?? control.Title, control => control.Text.ToString(), StringComparer.Ordinal);
    }

    private static void Begin(XmlReader reader, Stack<Control> open)
    {
        switch (reader.LocalName)
        {
            case "sdt" when !reader.IsEmptyElement:
                if (open.Count == MostNested)
                {
                    throw WorkbookRefusals.TooMany("内容控件层数", MostNested);
                }

                open.Push(new Control(reader.Depth));
                break;
            case "tag" when open.TryPeek(out var control):
                control.Tag = reader.GetAttribute("val", reader.NamespaceURI);
                break;
            case "alias" when open.TryPeek(out var control):
                control.Title = reader.GetAttribute("val", reader.NamespaceURI) ?? "";
                break;
            case "tab" or "br" or "cr":
                Say(open, " ");
                break;
        }
    }

    private static void End(XmlReader reader, Stack<Control> open, List<Control> found, int most)
    {
        if (reader.LocalName == "p")
        {
            Say(open, "\n");
        }
        else if (open.TryPeek(out var control) && control.Depth == reader.Depth)
        {
            found.Add(open.Pop());
            if (found.Count > most)
            {
                throw WorkbookRefusals.TooMany("内容控件数", most);
            }
        }
    }

    private static void Say(Stack<Control> open, string text)
    {
        foreach (var control in open)
        {
            control.Text.Append(text.AsSpan(0, Math.Min(text.Length, LongestText - control.Text.Length)));
        }
    }

    /// <summary>A content control (w:sdt) that is being read.</summary>
    private sealed class Control(int depth)
    {
        public int Depth { get; } = depth;

        public string? Tag { get; set; }

        public string Title { get; set; } = "";

        public StringBuilder Text { get; } = new();
    }
}
