using System.Globalization;
using System.IO.Packaging;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>What ClosedXML has no words for, or writes so that a reader misses it, added to the written package by the SDK below it.</summary>
internal static partial class AnnexPackage
{
    /// <param name="book">The written workbook, readable and writable.</param>
    /// <param name="setups">Of its sheets, in their order.</param>
    public static void Complete(Stream book, IReadOnlyList<SheetSetup> setups)
    {
        using var package = Package.Open(book, FileMode.Open, FileAccess.ReadWrite);
        using var document = SpreadsheetDocument.Open(package);
        var workbook = document.WorkbookPart!;
        MendStyles(workbook.WorkbookStylesPart!.Stylesheet);
        MendTexts(workbook.SharedStringTablePart!.SharedStringTable);
        RepeatHeaderRows(workbook.Workbook, setups);
        foreach (var sheet in workbook.WorksheetParts)
        {
            LeaveOutTriangles(sheet.Worksheet);
            sheet.Worksheet.Descendants<Pane>().Single().State = PaneStateValues.Frozen;
        }

        MoveProperties(package, document);
    }

    /// <summary>
    /// The first font sets the unit of column widths, and ClosedXML always puts Calibri there; it also writes an empty
    /// format over the number 0, which is General.
    /// </summary>
    private static void MendStyles(Stylesheet styles)
    {
        var font = new Font(
            new FontSize { Val = 11 },
            new Color { Rgb = "FF000000" },
            new FontName { Val = Typefaces.Body },
            new FontFamilyNumbering { Val = 3 },
            new FontCharSet { Val = 134 });
        styles.Fonts!.ReplaceChild(font, styles.Fonts.GetFirstChild<Font>()!);
        var formats = styles.NumberingFormats!;
        formats.Elements<NumberingFormat>().Single(format => format.NumberFormatId! == 0u).Remove();
        formats.Count = (uint)formats.ChildElements.Count;
    }

    /// <summary>
    /// ClosedXML escapes the halves of a rare character, such as 𠮷, which then nobody puts together again, and of a typed
    /// _x0041_x0042_ only the first underscore, so that Excel reads the rest as a letter.
    /// </summary>
    private static void MendTexts(SharedStringTable texts)
    {
        foreach (var text in texts.Descendants<Text>().Where(text => text.Text.Contains("_x", StringComparison.Ordinal)))
        {
            var whole = EscapedPair().Replace(text.Text, pair => string.Concat(Half(pair.Groups[1].Value), Half(pair.Groups[2].Value)));
            text.Text = EscapedInPart().Replace(whole, "_x005F_");
        }

        static char Half(string digits) => (char)ushort.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("_x(D[89AB][0-9A-F]{2})__x(D[C-F][0-9A-F]{2})_")]
    private static partial Regex EscapedPair();

    [GeneratedRegex("(?<=_x005F_x[0-9A-Fa-f]{4})_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapedInPart();

    /// <summary>ClosedXML leaves the dollar signs out, and LibreOffice then repeats nothing.</summary>
    private static void RepeatHeaderRows(Workbook workbook, IReadOnlyList<SheetSetup> setups)
    {
        foreach (var titles in workbook.DefinedNames!.Elements<DefinedName>().Where(name => name.Name == "_xlnm.Print_Titles"))
        {
            var setup = setups[(int)titles.LocalSheetId!.Value];
            titles.Text = string.Create(CultureInfo.InvariantCulture, $"'{setup.Name}'!${setup.HeaderRows.First}:${setup.HeaderRows.Last}");
        }
    }

    /// <summary>A target such as 40% stays a text as printed; without this Excel marks the cell green.</summary>
    private static void LeaveOutTriangles(Worksheet sheet) => sheet.InsertBefore(
        new IgnoredErrors(new IgnoredError
        {
            SequenceOfReferences = new() { InnerText = sheet.SheetDimension!.Reference!.Value },
            NumberStoredAsText = true,
        }),
        sheet.GetFirstChild<TableParts>());

    /// <summary>They land under a random part name; some readers look for the usual one only.</summary>
    private static void MoveProperties(Package package, SpreadsheetDocument document)
    {
        var written = document.CoreFilePropertiesPart!;
        using var properties = new MemoryStream();
        using (var source = written.GetStream())
        {
            source.CopyTo(properties);
        }

        var (type, relation) = (written.ContentType, written.RelationshipType);
        document.DeletePart(written);
        var usual = new Uri("/docProps/core.xml", UriKind.Relative);
        using var target = package.CreatePart(usual, type, CompressionOption.Normal).GetStream();
        properties.WriteTo(target);
        package.CreateRelationship(usual, TargetMode.Internal, relation);
    }
}
