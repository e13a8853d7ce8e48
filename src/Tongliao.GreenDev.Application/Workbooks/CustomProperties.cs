using System.Xml;

namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>Properties that a program put into a file besides what it shows (docProps/custom.xml). Excel, WPS and LibreOffice keep them.</summary>
/// <param name="Texts">By name, in the order of the file; a name may stand there twice.</param>
internal sealed record CustomProperties(IReadOnlyList<(string Name, string Text)> Texts)
{
    /// <summary>The kind of the relation by which a file refers to them.</summary>
    public const string Relation = "custom-properties";

    private const int MostTexts = 200;
    private const int LongestText = 4_000;

    public static CustomProperties None { get; } = new([]);

    /// <summary>Of the first, as many as anybody has use for; what is longer than a property can be is cut off.</summary>
    public static CustomProperties Read(XmlReader reader)
    {
        var (texts, name) = (new List<(string, string)>(), "");
        while (texts.Count < MostTexts && reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "property" })
            {
                name = reader.GetAttribute("name") ?? "";
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                texts.Add((name, Begin(reader)));
            }
        }

        return new CustomProperties(texts);
    }

    /// <summary>A text comes in pieces, whatever its length.</summary>
    private static string Begin(XmlReader reader)
    {
        var (text, length) = (new char[LongestText], 0);
        while (length < LongestText && reader.ReadValueChunk(text, length, LongestText - length) is > 0 and var read)
        {
            length += read;
        }

        return new string(text, 0, length);
    }

    /// <summary>The text of a name; null where there is none, or more than one, so that nobody can tell which is meant.</summary>
    public string? TextOf(string name) => Texts.Where(text => text.Name == name).ToList() is [var only] ? only.Text : null;
}
