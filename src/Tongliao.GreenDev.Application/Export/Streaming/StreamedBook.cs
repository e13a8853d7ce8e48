using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export.Streaming;

/// <summary>
/// A large workbook, written sheet by sheet and row by row as it is told, each formula with what it came to. Nothing is looked at again, so that tens of
/// thousands of rows cost little more than their text.
/// </summary>
internal sealed class StreamedBook : IDisposable
{
    private readonly SpreadsheetDocument document;
    private readonly WorkbookPart workbook;
    private readonly StreamedStyles styles = new();
    private readonly List<(StreamedSheet Sheet, string Relation)> sheets = [];

    /// <param name="output">Readable and seekable; holds the workbook once it is disposed of.</param>
    public StreamedBook(Stream output)
    {
        document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        workbook = document.AddWorkbookPart();
    }

    /// <summary>What its sheets say where.</summary>
    public IReadOnlyList<MarkedFact> Facts => [.. sheets.SelectMany(sheet => sheet.Sheet.Facts)];

    /// <summary>The next tab. The one before is finished already.</summary>
    public StreamedSheet AddSheet(SheetSetup setup)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var sheet = new StreamedSheet(part, styles, setup, isFirst: sheets.Count == 0);
        sheets.Add((sheet, workbook.GetIdOfPart(part)));
        return sheet;
    }

    /// <summary>To be called once, after the last sheet.</summary>
    /// <param name="title">Of the document.</param>
    /// <param name="author">Likewise.</param>
    /// <param name="at">When it was made.</param>
    public void Finish(string title, string author, DateTimeOffset at)
    {
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = styles.ToStylesheet();
        workbook.Workbook = new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(sheets.Select((sheet, index) => new Sheet { Name = sheet.Sheet.Setup.Name, SheetId = (uint)index + 1, Id = sheet.Relation })),
            new DefinedNames(sheets.SelectMany((sheet, index) => NamesOf(sheet.Sheet, (uint)index))),
            new CalculationProperties { CalculationId = 191029 });
        var properties = document.PackageProperties;
        (properties.Title, properties.Creator, properties.LastModifiedBy) = (CellText.Clean(title), author, author);
        (properties.Created, properties.Modified) = (at.UtcDateTime, at.UtcDateTime);
    }

    public void Dispose() => document.Dispose();

    private static IEnumerable<DefinedName> NamesOf(StreamedSheet sheet, uint index)
    {
        if (sheet.Filtered is { } filtered)
        {
            yield return new DefinedName(filtered) { Name = "_xlnm._FilterDatabase", LocalSheetId = index, Hidden = true };
        }

        yield return new DefinedName(sheet.RepeatedRows) { Name = "_xlnm.Print_Titles", LocalSheetId = index };
    }
}
