using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Tongliao.GreenDev.Application.Export;

namespace Tongliao.GreenDev.Application.Tests.Export;

/// <summary>A written workbook, opened again.</summary>
internal sealed class ReadBook : IDisposable
{
    private readonly MemoryStream stream = new();
    private readonly List<string> texts;

    public ReadBook(AnnexReport report)
        : this(stream => AnnexWorkbook.Write(stream, report))
    {
    }

    /// <summary>One that was exported.</summary>
    public ReadBook(byte[] content)
        : this(stream => stream.Write(content))
    {
    }

    private ReadBook(Action<Stream> write)
    {
        write(stream);
        Document = SpreadsheetDocument.Open(stream, isEditable: false);
        texts = [.. Document.WorkbookPart!.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];
    }

    public SpreadsheetDocument Document { get; }

    public IEnumerable<ValidationErrorInfo> Faults(FileFormatVersions version) => new OpenXmlValidator(version).Validate(Document);

    public Worksheet Sheet(string name)
    {
        var sheet = Document.WorkbookPart!.Workbook.Descendants<Sheet>().Single(s => s.Name == name);
        return ((WorksheetPart)Document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet;
    }

    /// <summary>The rows of a sheet as texts; a number as it stands in the file.</summary>
    public List<List<string>> Rows(string sheet) =>
        [.. Sheet(sheet).Descendants<Row>().Select(row => row.Elements<Cell>().Select(TextOf).ToList())];

    public IEnumerable<Cell> Cells() =>
        Document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>());

    /// <summary>What stands in a cell; nothing where it is blank, of whatever kind it says it is.</summary>
    public string TextOf(Cell cell) => (cell.CellValue, cell.DataType?.Value) switch
    {
        (null, _) => "",
        ({ } value, CellValues.SharedString) => texts[int.Parse(value.Text, CultureInfo.InvariantCulture)],
        ({ } value, _) => value.Text,
    };

    public static bool IsNumber(Cell cell) => (cell.DataType is null || cell.DataType.Value == CellValues.Number) && cell.CellValue is not null;

    public Stylesheet Styles => Document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;

    public CellFormat FormatOf(Cell cell) => (CellFormat)Styles.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);

    public string NumberFormatOf(Cell cell) =>
        Styles.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId! == FormatOf(cell).NumberFormatId!).FormatCode!.Value!;

    public string? FillOf(Cell cell) =>
        Styles.Fills!.Elements<Fill>().ElementAt((int)FormatOf(cell).FillId!.Value).PatternFill!.ForegroundColor?.Rgb?.Value;

    public string DefinedName(string name, int sheet) =>
        Document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Single(n => n.Name == name && n.LocalSheetId! == (uint)sheet).Text;

    public void Dispose()
    {
        Document.Dispose();
        stream.Dispose();
    }
}
