using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>
/// An official document (公文) in the layout of GB/T 9704, written from its head to its annexes. A linked number is a content control whose tag is
/// its key: Word and LibreOffice show it in the text, leave it as it is while the words around it are edited, and keep the tag.
/// </summary>
internal sealed class OfficialDocument : IDisposable
{
    // Twentieths of a point: a character of 16磅.
    private const int Character = 320;

    private readonly MemoryStream stream = new();
    private readonly WordprocessingDocument document;
    private readonly Body body = new();
    private readonly List<(HeaderFooterValues Side, string Header, string Footer)> margins = [];
    private bool isWide;
    private int links;

    /// <param name="title">Of the file.</param>
    /// <param name="mark">What stands at the head of each page, such as that the numbers are made up; null for nothing.</param>
    public OfficialDocument(string title, string? mark)
    {
        document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        document.PackageProperties.Title = CellText.Clean(title);
        var main = document.AddMainDocumentPart();
        main.Document = new Document(body);
        DocumentStyles.Add(main);
        AddMargin(main, HeaderFooterValues.Default, mark, JustificationValues.Right, new Indentation { Right = "280" });
        AddMargin(main, HeaderFooterValues.Even, mark, JustificationValues.Left, new Indentation { Left = "280" });
    }

    /// <summary>发文字号 with the red line below it, and the room to the title.</summary>
    public void AddNumber(string number)
    {
        body.Append(LineOf(
            new ParagraphProperties(
                new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Color = "FF0000", Size = 12U, Space = 4U }), new Justification { Val = JustificationValues.Center }),
            [new DocumentRun(number)]));
        AddBlank();
        AddBlank();
    }

    public void AddTitle(string title)
    {
        body.Append(LineOf(new ParagraphProperties(new ParagraphStyleId { Val = DocumentStyles.Title }), [new DocumentRun(title)]));
        AddBlank();
    }

    /// <summary>主送机关, without an indent.</summary>
    public void AddAddressees(string addressees) => body.Append(LineOf(new ParagraphProperties(), [new DocumentRun(addressees + "：")]));

    /// <summary>A paragraph whose head may be a heading, with the text going on behind it.</summary>
    public void AddParagraph(DocumentFace face, IReadOnlyList<DocumentRun> head, IReadOnlyList<DocumentRun> rest)
    {
        var style = (face, rest.Count) switch
        {
            (DocumentFace.Heading, 0) => DocumentStyles.Heading,
            (DocumentFace.Subheading, 0) => DocumentStyles.Subheading,
            _ => null,
        };
        var properties = new ParagraphProperties(new Indentation { FirstLine = (2 * Character).ToString(CultureInfo.InvariantCulture), FirstLineChars = 200 });
        if (style is not null)
        {
            properties.PrependChild(new ParagraphStyleId { Val = style });
        }

        var paragraph = LineOf(properties, head, style is null ? FontOf(face) : null);
        paragraph.Append(rest.Select(run => Inline(run, null)));
        body.Append(paragraph);
    }

    /// <summary>附件说明 below the text.</summary>
    public void AddAnnexNames(IReadOnlyList<string> names)
    {
        AddBlank();
        for (var i = 0; i < names.Count; i++)
        {
            var text = names.Count == 1 ? $"附件：{names[i]}" : string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? "附件：" : "")}{i + 1}.{names[i]}");
            var indent = i == 0 ? new Indentation { Left = Characters(5), Hanging = Characters(3) } : new Indentation { Left = Characters(5) };
            body.Append(LineOf(new ParagraphProperties(indent), [new DocumentRun(text)]));
        }
    }

    /// <summary>发文机关署名 over the day, the longer of both two or four characters from the edge and the other in its middle.</summary>
    public void AddSignature(string issuer, string day)
    {
        AddBlank();
        AddBlank();
        var (wide, narrow) = (issuer.Length * Character, day.Sum(letter => char.IsAscii(letter) ? Character / 2 : Character));
        var (right, rightOfDay) = wide > narrow
            ? (2 * Character, (2 * Character) + ((wide - narrow) / 2))
            : ((4 * Character) + ((narrow - wide) / 2), 4 * Character);
        body.Append(Signed(issuer, right, keepsNext: true), Signed(day, rightOfDay, keepsNext: false));

        Paragraph Signed(string text, int indent, bool keepsNext)
        {
            var properties = new ParagraphProperties(
                new Indentation { Right = indent.ToString(CultureInfo.InvariantCulture) }, new Justification { Val = JustificationValues.Right });
            if (keepsNext)
            {
                properties.PrependChild(new KeepNext());
            }

            return LineOf(properties, [new DocumentRun(text)]);
        }
    }

    /// <summary>An annex on pages of its own.</summary>
    /// <param name="label">附件, or 附件1.</param>
    /// <param name="title">Its title.</param>
    /// <param name="table">What it shows.</param>
    public void AddAnnex(string label, string title, DocumentTable table)
    {
        EndSection();
        isWide = table.IsWide;
        body.Append(LineOf(new ParagraphProperties(), [new DocumentRun(label)], Typefaces.Heading));
        AddTitle(title);
        if (table.Note is { } note)
        {
            body.Append(LineOf(
                new ParagraphProperties(new ParagraphStyleId { Val = DocumentStyles.Cell }, new Justification { Val = JustificationValues.Left }), [new DocumentRun(note)]));
        }

        body.Append(DocumentGrid.Of(table, DocumentPage.WidthOf(isWide), run => Inline(run, null)));
    }

    /// <summary>The file.</summary>
    public byte[] Finish()
    {
        if (body.LastChild is Table)
        {
            body.Append(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact })));
        }

        body.Append(DocumentPage.Section(isWide, References()));
        document.Dispose();
        return stream.ToArray();
    }

    public void Dispose()
    {
        document.Dispose();
        stream.Dispose();
    }

    /// <summary>A section ends with its last paragraph; a table has none of its own.</summary>
    private void EndSection()
    {
        if (body.LastChild is not Paragraph last)
        {
            body.Append(last = new());
        }

        (last.ParagraphProperties ??= new ParagraphProperties()).SectionProperties = DocumentPage.Section(isWide, References());
    }

    private void AddBlank() => body.Append(new Paragraph());

    private void AddMargin(MainDocumentPart main, HeaderFooterValues side, string? mark, JustificationValues across, Indentation indent)
    {
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(new Paragraph(
            new ParagraphProperties(indent, new Justification { Val = across }),
            new Run(DocumentStyles.PageNumber(), Words("— ")),
            new SimpleField(new Run(DocumentStyles.PageNumber(), Words("1"))) { Instruction = " PAGE " },
            new Run(DocumentStyles.PageNumber(), Words(" —"))));
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(LineOf(new ParagraphProperties(new Justification { Val = JustificationValues.Center }), mark is null ? [] : [new DocumentRun(mark)], Typefaces.Heading));
        margins.Add((side, main.GetIdOfPart(header), main.GetIdOfPart(footer)));
    }

    private IEnumerable<OpenXmlElement> References() =>
        margins.Select(margin => (OpenXmlElement)new HeaderReference { Type = margin.Side, Id = margin.Header })
            .Concat(margins.Select(margin => new FooterReference { Type = margin.Side, Id = margin.Footer }));

    private Paragraph LineOf(ParagraphProperties properties, IEnumerable<DocumentRun> runs, string? face = null)
    {
        var paragraph = new Paragraph(properties);
        paragraph.Append(runs.Select(run => Inline(run, face)));
        return paragraph;
    }

    private OpenXmlElement Inline(DocumentRun run, string? face)
    {
        var words = new Run(Words(run.Text));
        if (face is not null)
        {
            words.RunProperties = new RunProperties(DocumentStyles.Fonts(face));
        }

        return run.Tag is null
            ? words
            : new SdtRun(
                new SdtProperties(
                    new SdtAlias { Val = CellText.Clean(run.Tag) },
                    new Tag { Val = CellText.Clean(run.Tag) },
                    new SdtId { Val = ++links },
                    new DocumentFormat.OpenXml.Wordprocessing.Lock { Val = LockingValues.ContentLocked },
                    new SdtContentText()),
                new SdtContentRun(words));
    }

    /// <summary>On one line: a paragraph is one.</summary>
    private static Text Words(string text) => new(CellText.Clean(text).Replace('\n', ' ').Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve };

    private static string? FontOf(DocumentFace face) => face switch
    {
        DocumentFace.Body => null,
        DocumentFace.Heading => Typefaces.Heading,
        DocumentFace.Subheading => Typefaces.Subheading,
    };

    private static string Characters(int count) => (count * Character).ToString(CultureInfo.InvariantCulture);
}
