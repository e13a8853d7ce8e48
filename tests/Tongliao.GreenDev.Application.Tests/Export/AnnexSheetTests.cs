using DocumentFormat.OpenXml.Spreadsheet;
using Tongliao.GreenDev.Application.Plans;

namespace Tongliao.GreenDev.Application.Tests.Export;

public sealed class AnnexSheetTests : IDisposable
{
    private const string Sheet = "附件";
    private readonly ReadBook book = new(SampleReport.Create());

    [Fact]
    public void Write_FirstSheetOfTheBuiltInPlan_EqualsThePrintedAnnexCellForCell()
    {
        using var builtIn = new ReadBook(SampleReport.Create(PlanFile.LoadBuiltIn()));
        List<string[]> expected =
        [
            ["附件"],
            [SamplePlan.TitleLines[0]],
            [SamplePlan.TitleLines[1]],
            ["序号", "牵头部门", "配合部门", "指标内容", "2024年\n预期指标", "2025年\n指标"],
            .. SamplePlan.Rows.Select(row => new[]
            {
                $"{row.Number}", Joined(row.Lead), row.Cooperating, row.Name, Joined(row.Target2024), Joined(row.Target2025),
            }),
            [SamplePlan.Footer],
        ];

        var actual = builtIn.Rows(Sheet);

        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            // A title takes the first of six merged cells; the others are empty.
            Assert.Equal(expected[i].Concat(Enumerable.Repeat("", 6 - expected[i].Length)), actual[i]);
        }
    }

    [Fact]
    public void Write_CellsWithLineBreaks_KeepThem()
    {
        var row = book.Rows(Sheet)[4 + 10];

        Assert.Equal(["11", "市住建局", "市发展改革委\n市生态环境局\n市综合执法局", "城市污泥无害化处置率", "90%\n（城镇）", "90%\n（城镇）"], row);
    }

    [Fact]
    public void Write_FirstSheet_KeepsTargetsAsTextWithoutWarningTriangles()
    {
        var targets = book.Sheet(Sheet).Descendants<Row>().Skip(4).Take(21).SelectMany(row => row.Elements<Cell>().Skip(4));

        Assert.All(targets, cell => Assert.Equal(CellValues.SharedString, cell.DataType!.Value));
        var ignored = book.Sheet(Sheet).Descendants<IgnoredError>().Single();
        Assert.True(ignored.NumberStoredAsText!.Value);
        Assert.Equal("A1:F26", ignored.SequenceOfReferences!.InnerText);
    }

    [Fact]
    public void Write_FirstSheet_PrintsOnA4PortraitWithTheHeaderOnEveryPage()
    {
        var sheet = book.Sheet(Sheet);
        var page = sheet.GetFirstChild<PageSetup>()!;

        Assert.Equal(OrientationValues.Portrait, page.Orientation!.Value);
        Assert.Equal(9u, page.PaperSize!.Value);
        Assert.Equal((1u, 0u), (page.FitToWidth?.Value ?? 1, page.FitToHeight!.Value));
        Assert.True(sheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
        Assert.True(sheet.GetFirstChild<PrintOptions>()!.HorizontalCentered!.Value);
        Assert.Equal("'附件'!$4:$4", book.DefinedName("_xlnm.Print_Titles", 0));
        Assert.Equal("附件!$A$1:$F$26", book.DefinedName("_xlnm.Print_Area", 0));
    }

    [Fact]
    public void Write_FirstSheet_GivesEveryRowRoomForItsLines()
    {
        foreach (var row in book.Sheet(Sheet).Descendants<Row>().Skip(3).Take(22))
        {
            var lines = row.Elements<Cell>().Max(cell => book.TextOf(cell).Split('\n').Length);
            Assert.True(row.Height! >= lines * 12 * 1.3, $"Row {row.RowIndex} has {lines} lines of 12 points in {row.Height} points.");
        }
    }

    [Theory]
    [InlineData(0, "黑体", 16)]
    [InlineData(1, "方正小标宋简体", 22)]
    [InlineData(3, "黑体", 12)]
    [InlineData(4, "仿宋_GB2312", 12)]
    public void Write_FirstSheet_NamesTheFontsOfOfficialDocuments(int row, string name, double size)
    {
        var cell = book.Sheet(Sheet).Descendants<Row>().ElementAt(row).Elements<Cell>().First();
        var font = book.Styles.Fonts!.Elements<Font>().ElementAt((int)book.FormatOf(cell).FontId!.Value);

        Assert.Equal((name, size), (font.FontName!.Val!.Value, font.FontSize!.Val!.Value));
        Assert.Equal(134, font.FontCharSet!.Val!.Value);
        Assert.Equal(3, font.FontFamilyNumbering!.Val!.Value);
    }

    public void Dispose() => book.Dispose();

    /// <summary>Where the narrow columns of the print break a name or a number in two, the data do not; a line break parts departments only.</summary>
    private static string Joined(string printed) => printed.Replace("\n", "", StringComparison.Ordinal);
}
