using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Tests.Export;

public sealed class AnnexWorkbookTests
{
    [Theory]
    [InlineData(FileFormatVersions.Office2013)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void Write_BuiltInPlan_IsValid(FileFormatVersions version)
    {
        using var book = new ReadBook(SampleReport.Create(PlanFile.LoadBuiltIn()));

        Assert.Empty(book.Faults(version).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
        Assert.Equal(["附件", "监测表", "判定说明"], book.Document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("＝1+1")]
    [InlineData("=HYPERLINK(\"http://example.org\",\"x\")")]
    [InlineData("<f>1+1</f>&amp;")]
    [InlineData("_x003D_1+1")]
    [InlineData("_x0041_x0042_")]
    [InlineData("1e5")]
    [InlineData("2025-10-15")]
    [InlineData("97.8%")]
    [InlineData("TRUE")]
    [InlineData("'0")]
    [InlineData("#N/A")]
    [InlineData("{=1+1}")]
    public void Write_TextThatLooksLikeSomethingElse_StaysText(string text)
    {
        using var book = new ReadBook(SampleReport.Create(PlanNaming(text)));

        var found = book.Cells().Where(cell => Unescaped(book.TextOf(cell)) == text).ToList();

        // Annex, monitoring table, and the explanation of the city's light.
        Assert.True(found.Count >= 2);
        Assert.All(found, cell => Assert.Equal(CellValues.SharedString, cell.DataType!.Value));
        Assert.All(book.Document.WorkbookPart!.WorksheetParts, part =>
        {
            Assert.Empty(part.Worksheet.Descendants<CellFormula>());
            Assert.Empty(part.Worksheet.Descendants<Hyperlink>());
        });
        Assert.Empty(book.Faults(FileFormatVersions.Microsoft365));
    }

    [Theory]
    [InlineData("路\u0000网\u0008密\u000B度\uFFFE", "路网密度")]
    [InlineData("绿色\U0001F333建材", "绿色\U0001F333建材")]
    [InlineData("两行\r\n文字\r完", "两行\n文字\n完")]
    [InlineData("\U00020BB7_x0041\U00020BB7", "\U00020BB7_x0041\U00020BB7")]
    [InlineData("  前后都空 \n", "  前后都空 \n")]
    public void Write_ForbiddenCharacters_AreLeftOut(string typed, string kept)
    {
        using var book = new ReadBook(SampleReport.Create(PlanNaming(typed)));

        Assert.Equal(kept, book.Rows("附件")[4][3]);
    }

    [Fact]
    public void Write_HalfASurrogatePair_IsLeftOut()
    {
        // Built here, because an attribute cannot carry it.
        var typed = "路网" + "\U0001F333"[0] + "密度";
        using var book = new ReadBook(SampleReport.Create(PlanNaming(typed)));

        Assert.Equal("路网密度", book.Rows("附件")[4][3]);
    }

    [Fact]
    public void Write_TextLongerThanACellHolds_IsCutWithinTheLimit()
    {
        using var book = new ReadBook(SampleReport.Create(PlanNaming(new string('长', 32_766) + "\U0001F333尾")));

        var kept = book.Rows("附件")[4][3];

        // The tree takes two places of which one is left; the character after it still fits.
        Assert.Equal(new string('长', 32_766) + "尾", kept);
    }

    [Theory]
    [InlineData("附件", 0, 2)]
    [InlineData("监测表", 1, 1)]
    [InlineData("判定说明", 2, 7)]
    public void Write_AnySheet_CountsItsOwnPagesAndRepeatsItsHeader(string name, int position, int pages)
    {
        using var book = new ReadBook(SampleReport.Create());
        var sheet = book.Sheet(name);
        var setup = sheet.GetFirstChild<PageSetup>()!;

        Assert.Equal((true, 1u), (setup.UseFirstPageNumber!.Value, setup.FirstPageNumber!.Value));
        Assert.Equal(pages - 1, sheet.Descendants<Break>().Count());
        Assert.Equal($"&C第 &P 页/共 {pages} 页", sheet.GetFirstChild<HeaderFooter>()!.OddFooter!.Text);
        Assert.Matches(@"^'\w+'!\$\d+:\$\d+$", book.DefinedName("_xlnm.Print_Titles", position));
    }

    [Fact]
    public void Write_Twice_WritesTheSameParts()
    {
        using var first = new ReadBook(SampleReport.Create());
        using var second = new ReadBook(SampleReport.Create());

        Assert.Equal(Parts(first), Parts(second));
        Assert.Contains("/docProps/core.xml", Parts(first).Select(part => part.Uri));
    }

    [Fact]
    public void Write_Properties_AreChineseAndNameNoMachine()
    {
        using var book = new ReadBook(SampleReport.Create());

        var properties = book.Document.PackageProperties;

        Assert.Equal(string.Concat(SamplePlan.TitleLines), properties.Title);
        Assert.Equal("2025年三季度主要量化指标监测（演示数据）", properties.Subject);
        Assert.Equal("通辽市城乡建设绿色发展指标填报与监测平台", properties.Creator);
        Assert.Equal(properties.Creator, properties.LastModifiedBy);
        Assert.Equal(new DateTime(2025, 10, 8, 2, 21, 0, DateTimeKind.Utc), properties.Created!.Value.ToUniversalTime());
        using var core = new StreamReader(book.Document.CoreFilePropertiesPart!.GetStream());
        Assert.DoesNotContain(Environment.MachineName, core.ReadToEnd(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Write_StreamThatOnlyTakesBytes_GetsTheWholeBook()
    {
        using var kept = new MemoryStream();
        using (var output = new System.IO.Compression.BrotliStream(kept, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            AnnexWorkbook.Write(output, SampleReport.Create());
        }

        kept.Position = 0;
        using var back = new System.IO.Compression.BrotliStream(kept, System.IO.Compression.CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        back.CopyTo(bytes);
        using var document = SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.Equal(3, document.WorkbookPart!.WorksheetParts.Count());
    }

    [Fact]
    public void Write_ManyCells_ShareFewStyles()
    {
        using var book = new ReadBook(SampleReport.Create());

        Assert.True(book.Styles.CellFormats!.Count() < 100);
        Assert.True(book.Cells().Count() > 1000);
        Assert.Equal(book.Styles.CellFormats!.Count(), book.Styles.CellFormats!.Select(format => format.OuterXml).Distinct().Count());
    }

    [Theory]
    [InlineData("2025Q3", "附件_2024—2025年主要量化指标明细表_2025年三季度.xlsx")]
    [InlineData("2024Q1", "附件_2024—2025年主要量化指标明细表_2024年一季度.xlsx")]
    public void FileName_OfAQuarter_NamesAnnexAndQuarter(string quarter, string expected) =>
        Assert.Equal(expected, AnnexWorkbook.FileName(SamplePlan.Create(), Quarter.Parse(quarter)));

    [Fact]
    public void FileName_TitleWithForbiddenCharacters_LeavesThemOut()
    {
        var plan = SamplePlan.Create(annex: new Annex(["a/b\\c:d*e?f\"g<h>i|j\nk"], ["序号"], ""));

        Assert.Equal("附件_abcdefghijk_2025年三季度.xlsx", AnnexWorkbook.FileName(plan, SampleReport.Quarter));
    }

    private static Plan PlanNaming(string name) => SamplePlan.Create([SamplePlan.Rows[0] with { Name = name }]);

    private static IEnumerable<(string Uri, string Content)> Parts(ReadBook book)
    {
        foreach (var part in book.Document.GetAllParts().OrderBy(part => part.Uri.ToString(), StringComparer.Ordinal))
        {
            using var reader = new StreamReader(part.GetStream(FileMode.Open, FileAccess.Read));
            yield return (part.Uri.ToString(), reader.ReadToEnd());
        }
    }

    /// <summary>What a spreadsheet program makes of an escaped text.</summary>
    private static string Unescaped(string text) =>
        Regex.Replace(text, "_x([0-9A-Fa-f]{4})_", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
}
