using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Tongliao.GreenDev.Application.Tests.Bulletins;

/// <summary>A written document, opened again.</summary>
internal sealed class ReadDocument : IDisposable
{
    private readonly MemoryStream stream;
    private readonly WordprocessingDocument document;

    public ReadDocument(byte[] content)
    {
        stream = new MemoryStream(content);
        document = WordprocessingDocument.Open(stream, isEditable: false);
    }

    public Body Body => document.MainDocumentPart!.Document.Body!;

    public MainDocumentPart Main => document.MainDocumentPart!;

    /// <summary>The paragraphs above the tables, as texts.</summary>
    public IReadOnlyList<string> Lines => [.. Body.Elements<Paragraph>().Select(paragraph => paragraph.InnerText)];

    /// <summary>What is linked, by its tag, in the order of the document.</summary>
    public IReadOnlyList<(string Tag, string Text)> Links =>
        [.. Body.Descendants<SdtRun>().Select(link => (link.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!, link.SdtContentRun!.InnerText))];

    public IReadOnlyList<IReadOnlyList<string>> Rows(int table) =>
        [.. Body.Elements<Table>().ElementAt(table).Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToList())];

    public IReadOnlyList<string> Faults() =>
    [
        .. from version in new[] { FileFormatVersions.Office2013, FileFormatVersions.Microsoft365 }
           from fault in new OpenXmlValidator(version).Validate(document)
           select $"{fault.Path?.XPath}: {fault.Description}",
    ];

    /// <summary>Every part as XML, so that one that cannot be read is found.</summary>
    public static IReadOnlyList<XDocument> Parts(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content));
        return [.. archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal) || entry.FullName.EndsWith(".rels", StringComparison.Ordinal)).Select(Load)];
    }

    public void Dispose()
    {
        document.Dispose();
        stream.Dispose();
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        return XDocument.Load(part);
    }
}
