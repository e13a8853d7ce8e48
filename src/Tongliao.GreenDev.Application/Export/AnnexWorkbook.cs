using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>The Excel export: the published annex (附件), the quarter's monitoring table (监测表) and the reasons of its red and amber lights (判定说明).</summary>
public static class AnnexWorkbook
{
    private const string Author = "通辽市城乡建设绿色发展指标填报与监测平台";

    /// <summary>Writes the workbook. The stream need not be seekable.</summary>
    public static void Write(Stream output, AnnexReport report)
    {
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            Fill(document, report);
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    /// <summary>For example 附件_2024—2025年主要量化指标明细表_2025年三季度.xlsx.</summary>
    public static string FileName(Plan plan, Quarter quarter)
    {
        var name = $"附件_{plan.Annex.TitleLines[^1]}_{quarter.ChineseName}";
        var safe = name.Where(c => !char.IsControl(c) && !@"\/:*?""<>|".Contains(c, StringComparison.Ordinal));
        return string.Concat(safe) + ".xlsx";
    }

    private static void Fill(SpreadsheetDocument document, AnnexReport report)
    {
        var book = document.AddWorkbookPart();
        var styles = new WorkbookStyles();
        var texts = new SharedTexts();
        var sheets = new List<SheetBuilder>
        {
            AnnexSheet.Build(report, styles, texts),
            MonitoringSheet.Build(report, styles, texts),
            ExplanationSheet.Build(report, styles, texts),
        };

        book.Workbook = Assemble(book, sheets);
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = styles.ToStylesheet();
        book.AddNewPart<SharedStringTablePart>().SharedStringTable = texts.ToTable();
        WriteProperties(document, report);
    }

    private static Workbook Assemble(WorkbookPart book, List<SheetBuilder> builders)
    {
        var sheets = new Sheets();
        var names = new DefinedNames();
        for (var i = 0; i < builders.Count; i++)
        {
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = builders[i].ToWorksheet(isFirst: i == 0);
            sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)i + 1, Name = builders[i].Setup.Name });
        }

        // Excel wants defined names sorted by name, and by sheet within a name.
        for (var i = 0; i < builders.Count; i++)
        {
            names.Append(new DefinedName(builders[i].PrintArea) { Name = "_xlnm.Print_Area", LocalSheetId = (uint)i });
        }

        for (var i = 0; i < builders.Count; i++)
        {
            names.Append(new DefinedName(builders[i].PrintTitles) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
        }

        return new Workbook(new BookViews(new WorkbookView()), sheets, names);
    }

    /// <summary>Written by hand because the SDK's own properties land under a random part name that some readers do not look for.</summary>
    private static void WriteProperties(SpreadsheetDocument document, AnnexReport report)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var created = report.GeneratedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var demo = report.IsDemo ? "（演示数据）" : "";
        var properties = new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core),
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", SharedTexts.Clean(string.Concat(report.Plan.Annex.TitleLines))),
            new XElement(dc + "subject", $"{report.Quarter.ChineseName}主要量化指标监测{demo}"),
            new XElement(dc + "creator", Author),
            new XElement(core + "lastModifiedBy", Author),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), created),
            new XElement(terms + "modified", new XAttribute(xsi + "type", "dcterms:W3CDTF"), created));
        using var stream = document.AddCoreFilePropertiesPart().GetStream(FileMode.Create);
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), properties).Save(stream);
    }
}
