using System.Text;
using System.Xml;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>Copies the text of a document node by node, with other words in the controls whose tag is the key of a number.</summary>
/// <param name="numberOf">What a key's number is; null leaves the control as it is.</param>
internal sealed class LinkedNumbers(Func<string, string?> numberOf)
{
    private static readonly HashSet<string> Namespaces =
        ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"];

    private readonly Stack<Control> controls = new();
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);

    /// <summary>How many controls have a known key.</summary>
    public int Seen { get; private set; }

    /// <summary>How many say something else than they did.</summary>
    public int Changed { get; private set; }

    public IReadOnlyList<string> Unknown => [.. unknown];

    public void Copy(XmlReader reader, XmlWriter writer)
    {
        while (reader.Read())
        {
            Look(reader);
            Write(reader, writer);
        }
    }

    /// <summary>Whether words of a control stand here, which go and come once.</summary>
    private bool IsReplaced(XmlReader reader) =>
        reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA or XmlNodeType.Whitespace
        && controls.TryPeek(out var control) && control is { Number: not null, IsInText: true };

    private void Look(XmlReader reader)
    {
        if (!Namespaces.Contains(reader.NamespaceURI))
        {
            return;
        }

        switch (reader.NodeType, reader.LocalName)
        {
            case (XmlNodeType.Element, "sdt") when !reader.IsEmptyElement:
                controls.Push(new Control());
                break;
            case (XmlNodeType.Element, "tag") when controls.TryPeek(out var open) && !open.IsContent:
                Take(open, reader.GetAttribute("val", reader.NamespaceURI));
                break;
            case (XmlNodeType.Element, "sdtContent") when controls.TryPeek(out var open):
                open.IsContent = true;
                break;
            case (XmlNodeType.Element, "t") when controls.TryPeek(out var open) && open is { IsContent: true, Number: not null } && !reader.IsEmptyElement:
                open.IsInText = true;
                break;
            case (XmlNodeType.EndElement, "sdt"):
                Close(controls.Pop());
                break;
        }
    }

    private void Take(Control control, string? key)
    {
        if (key is null)
        {
            return;
        }

        control.Number = numberOf(key);
        if (control.Number is null)
        {
            unknown.Add(key);
        }
    }

    private void Close(Control control)
    {
        if (control.Number is { } number)
        {
            Seen++;
            Changed += control.Before.ToString() == number ? 0 : 1;
        }
    }

    private void Write(XmlReader reader, XmlWriter writer)
    {
        if (IsReplaced(reader))
        {
            controls.Peek().Before.Append(reader.Value);
            return;
        }

        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, defattr: false);
                if (reader.IsEmptyElement)
                {
                    writer.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                WriteNumber(reader, writer);
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(reader.Value);
                break;
            case XmlNodeType.XmlDeclaration:
                writer.WriteStartDocument(standalone: true);
                break;
        }
    }

    /// <summary>The number stands in the first piece of the control's text; of those behind it nothing is left.</summary>
    private void WriteNumber(XmlReader reader, XmlWriter writer)
    {
        if (controls.TryPeek(out var control) && control.IsInText && reader.LocalName == "t")
        {
            control.IsInText = false;
            if (!control.IsWritten)
            {
                control.IsWritten = true;
                writer.WriteString(control.Number);
            }
        }
    }

    private sealed class Control
    {
        /// <summary>What it is to say; null leaves it as it is.</summary>
        public string? Number { get; set; }

        public bool IsContent { get; set; }

        public bool IsInText { get; set; }

        public bool IsWritten { get; set; }

        /// <summary>What it said.</summary>
        public StringBuilder Before { get; } = new();
    }
}
