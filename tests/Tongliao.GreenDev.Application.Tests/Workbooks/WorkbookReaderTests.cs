using ClosedXML.Excel;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Workbooks;

/// <summary>What is read of a workbook, whichever program wrote it.</summary>
public sealed class WorkbookReaderTests
{
    [Theory]
    [InlineData("""<c r="A1"><v>3.3000000000000003</v></c>""", WorkbookCellKind.Number, "3.3")]
    [InlineData("""<c r="A1"><v>-1.5E-4</v></c>""", WorkbookCellKind.Number, "-0.00015")]
    [InlineData("""<c r="A1"><v>123456789012.1234</v></c>""", WorkbookCellKind.Number, "123456789012.123")]
    [InlineData("""<c r="A1"><v>1E300</v></c>""", WorkbookCellKind.Number, "1E300")]
    [InlineData("""<c r="A1" t="s"><v>1</v></c>""", WorkbookCellKind.Text, "科尔沁区")]
    [InlineData("""<c r="A1" t="s"><v>2</v></c>""", WorkbookCellKind.Text, "通辽市")]
    [InlineData("""<c r="A1" t="inlineStr"><is><r><t>上</t></r><r><t xml:space="preserve"> 下</t></r></is></c>""", WorkbookCellKind.Text, "上 下")]
    [InlineData("""<c r="A1" t="str"><f>A2&amp;"x"</f><v>甲_x000A_乙</v></c>""", WorkbookCellKind.Text, "甲\n乙")]
    [InlineData("""<c r="A1" t="b"><v>1</v></c>""", WorkbookCellKind.Boolean, "TRUE")]
    [InlineData("""<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>""", WorkbookCellKind.Error, "#DIV/0!")]
    [InlineData("""<c r="A1" t="d"><v>2024-02-29T00:00:00</v></c>""", WorkbookCellKind.Date, "2024-02-29")]
    [InlineData("""<c r="A1" s="1"><v>45351</v></c>""", WorkbookCellKind.Date, "2024-02-29")]
    [InlineData("""<c r="A1" s="2"><v>45351.75</v></c>""", WorkbookCellKind.Date, "2024-02-29")]
    [InlineData("""<c r="A1" s="1"><v>59</v></c>""", WorkbookCellKind.Date, "1900-02-28")]
    [InlineData("""<c r="A1" s="3"><v>45351</v></c>""", WorkbookCellKind.Number, "45351")]
    [InlineData("""<c r="A1"><f>B1*2</f></c>""", WorkbookCellKind.Uncalculated, "")]
    [InlineData("""<c r="A1" s="1"/>""", WorkbookCellKind.Empty, "")]
    [InlineData("""<c r="A1" t="s"><v>0</v></c>""", WorkbookCellKind.Empty, "")]
    public void Cell_OfEachKind_IsRead(string cell, WorkbookCellKind kind, string text)
    {
        const string Strings = """<si><t xml:space="preserve">  </t></si><si><t>科尔沁区</t></si><si><r><rPr><b/></rPr><t>通辽</t></r><r><t>市</t></r><rPh sb="0" eb="1"><t>tong</t></rPh></si>""";

        var read = Read(SampleWorkbooks.Of($"""<row r="1">{cell}</row>""", Strings))[1, 1];

        Assert.Equal((kind, text), (read.Kind, read.Text));
        Assert.Equal(cell.Contains("<f>", StringComparison.Ordinal), read.IsFormula);
    }

    [Fact]
    public void Cells_WithoutAddresses_StandOneAfterTheOther()
    {
        var sheet = Read(SampleWorkbooks.Of("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>7</v></c></row>"));

        Assert.Equal(("1", "", "3", "7"), (sheet[1, 1].Text, sheet[1, 2].Text, sheet[1, 3].Text, sheet[3, 1].Text));
        Assert.Equal((3, 3), (sheet.LastRow, sheet.LastColumn));
    }

    [Fact]
    public void Merged_HaveWhatStandsInTheFirst()
    {
        var sheet = Read(SampleWorkbooks.Of("""<row r="2"><c r="B2"><v>5</v></c></row>""", after: """<mergeCells><mergeCell ref="B2:C3"/></mergeCells>"""));

        Assert.Equal(("5", "5", ""), (sheet[2, 3].Text, sheet[3, 2].Text, sheet[4, 2].Text));
    }

    [Fact]
    public void Days_CountedFrom1904_AreThoseThatTheWorkbookShows()
    {
        var sheet = Read(SampleWorkbooks.Of("""<row r="1"><c r="A1" s="1"><v>43889</v></c></row>""", properties: """<workbookPr date1904="1"/>"""));

        Assert.Equal("2024-02-29", sheet[1, 1].Text);
    }

    [Fact]
    public void SavedByLibreOffice_IsRead()
    {
        var book = WorkbookReader.Read("总表.xlsx", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Workbooks", "Files", "libreoffice.xlsx")));

        Assert.Equal(["总表", "第二张"], book.Sheets.Select(sheet => sheet.Name));
        var sheet = book.Sheets[0];
        Assert.Equal(("合并的标题", "合并的标题", "3.3"), (sheet[1, 1].Text, sheet[1, 2].Text, sheet[2, 1].Text));
        Assert.Equal(new WorkbookCell(WorkbookCellKind.Number, "9.9", IsFormula: true), sheet[2, 2]);
        Assert.Equal(
            [(WorkbookCellKind.Date, "2024-02-29"), (WorkbookCellKind.Number, "1"), (WorkbookCellKind.Error, "#DIV/0!"), (WorkbookCellKind.Number, "-0.0000001")],
            new[] { sheet[2, 3], sheet[2, 4], sheet[2, 5], sheet[6, 2] }.Select(cell => (cell.Kind, cell.Text)));
        Assert.Equal("二", book.Sheets[1][1, 1].Text);
    }

    [Fact]
    public void WrittenByTheExports_IsReadCellByCell()
    {
        using var book = new XLWorkbook();
        var written = book.AddWorksheet("数");
        book.AddWorksheet("藏").Hide();
        for (var row = 1; row <= 200; row++)
        {
            written.Cell(row, row % 30 + 1).Value = row * 1.1m;
            written.Cell(row, 40).Value = $"第{row}行";
        }

        using var stream = new MemoryStream();
        book.SaveAs(stream);
        var read = WorkbookReader.Read("数.xlsx", stream.ToArray());

        Assert.Equal([false, true], read.Sheets.Select(sheet => sheet.IsHidden));
        Assert.All(Enumerable.Range(1, 200), row => Assert.Equal(
            (row * 1.1m, $"第{row}行"), (decimal.Parse(read.Sheets[0][row, row % 30 + 1].Text, System.Globalization.CultureInfo.InvariantCulture), read.Sheets[0][row, 40].Text)));
    }

    [Theory]
    [InlineData("A1", 1, 1)]
    [InlineData("$AB$12", 12, 28)]
    [InlineData("xfd1048576", 1_048_576, 16_384)]
    public void Address_IsReadAndSaid(string text, int row, int column)
    {
        Assert.Equal(new CellAddress(row, column), CellAddress.Read(text));
        Assert.Equal(text.Replace("$", "", StringComparison.Ordinal).ToUpperInvariant(), new CellAddress(row, column).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("12")]
    [InlineData("A0")]
    [InlineData("ABCDEFGHIJ1")]
    [InlineData("A-1")]
    public void Address_ThatIsNone_IsNotRead(string text) => Assert.Null(CellAddress.Read(text));

    private static WorkbookSheet Read(byte[] content) => WorkbookReader.Read("总表.xlsx", content).Sheets[0];
}
