using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Application.Tests.Export;

public sealed class MonitoringSheetTests : IDisposable
{
    private const string Sheet = "监测表";
    private const int HeadRows = 5;
    private const int CityExpected = 5;
    private const int CityValue = 6;
    private const int CityVerdict = 7;
    private const int FirstUnit = 8;

    private readonly AnnexReport report = SampleReport.Create();
    private readonly ReadBook book;

    public MonitoringSheetTests() => book = new ReadBook(report);

    public static TheoryData<RagStatus> States => [.. Enum.GetValues<RagStatus>()];

    [Fact]
    public void Write_SecondSheet_HoldsEveryValueAsARealNumber()
    {
        foreach (var rating in report.Ratings)
        {
            var cell = ValueCell(rating);
            if (rating.Value is { } value)
            {
                Assert.True(ReadBook.IsNumber(cell));
                Assert.Equal(value.Round(10), decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture));
                Assert.Equal("0." + new string('0', rating.Indicator.DisplayDecimals), book.NumberFormatOf(cell));
            }
            else
            {
                Assert.Equal("—", book.TextOf(cell));
            }
        }
    }

    [Fact]
    public void Write_SecondSheet_GivesTheCitysExpectedValueWhereThereIsALight()
    {
        foreach (var rating in report.Ratings.Where(rating => rating.UnitCode == report.Plan.City.Code))
        {
            var text = book.TextOf(CellAt(rating.Indicator.Number, 0, CityExpected));
            Assert.Equal(rating.Target is { } target ? RatingExplanation.Plain(target.Expected) : "—", text);
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Write_SecondSheet_SaysEveryStateInMarkAndWord(RagStatus state)
    {
        var ratings = report.Ratings.Where(rating => rating.State == state).ToList();

        Assert.NotEmpty(ratings);
        Assert.All(ratings, rating => Assert.StartsWith(state.Mark() + state.Word(), book.TextOf(StateCell(rating)), StringComparison.Ordinal));
    }

    [Fact]
    public void Write_SecondSheet_SaysWhatIsProvisionalAndHowManyHaveReported()
    {
        foreach (var rating in report.Ratings)
        {
            Assert.Equal(rating.IsProvisional, book.TextOf(StateCell(rating)).EndsWith('暂'));
        }

        var incomplete = report.Ratings.First(rating => rating is { State: RagStatus.Incomplete, Indicator.Number: 7 });
        Assert.Equal("◔不完整\n已报8/9 暂", book.TextOf(StateCell(incomplete)));
    }

    [Theory]
    [InlineData(RagStatus.Green, "FFE3F3EA")]
    [InlineData(RagStatus.Amber, "FFFDF0D5")]
    [InlineData(RagStatus.Red, "FFFBE4E2")]
    public void Write_SecondSheet_FillsNumberAndWordOfALight(RagStatus light, string colour)
    {
        foreach (var rating in report.Ratings.Where(rating => rating.State == light))
        {
            Assert.Equal(colour, book.FillOf(StateCell(rating)));
            if (rating.UnitCode != report.Plan.City.Code)
            {
                Assert.Equal(colour, book.FillOf(ValueCell(rating)));
            }
        }
    }

    [Fact]
    public void Write_SecondSheet_FitsOneLandscapePageAndKeepsItsHeaderInSight()
    {
        var sheet = book.Sheet(Sheet);
        var page = sheet.GetFirstChild<PageSetup>()!;
        var pane = sheet.Descendants<Pane>().Single();

        Assert.Equal(OrientationValues.Landscape, page.Orientation!.Value);
        Assert.Equal((1u, 1u), (page.FitToWidth?.Value ?? 1, page.FitToHeight?.Value ?? 1));
        Assert.Equal((2d, 5d, "C6"), (pane.HorizontalSplit!.Value, pane.VerticalSplit!.Value, pane.TopLeftCell!.Value));
        Assert.Equal("'监测表'!$4:$5", book.DefinedName("_xlnm.Print_Titles", 1));
    }

    [Fact]
    public void Write_SecondSheet_NamesTargetAndUnitOfAnIncrease()
    {
        var cells = Enumerable.Range(0, 5).Select(column => book.TextOf(CellAt(12, 0, column)));

        Assert.Equal(["12", "建制镇建成生活污水处理设施的比率逐年递增", "个百分点", "市住建局", "≥+10个百分点"], cells);
    }

    [Fact]
    public void Write_RatingsOfOneUnit_ShowsNoOtherUnit()
    {
        var own = report.Ratings.Where(rating => rating.UnitCode is "150500" or "150525").ToList();
        using var county = new ReadBook(SampleReport.From(report.Plan, isDemo: false, own));

        var header = county.Rows(Sheet)[HeadRows - 1];

        Assert.Equal(["奈曼旗"], header.Skip(FirstUnit));
        var all = string.Join('\n', county.Cells().Select(county.TextOf));
        Assert.DoesNotContain("科尔沁区", all, StringComparison.Ordinal);
        Assert.Empty(county.Faults(DocumentFormat.OpenXml.FileFormatVersions.Office2013));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_NumberSheets_SayWhetherTheDataAreInvented(bool isDemo)
    {
        using var other = new ReadBook(SampleReport.Create(isDemo: isDemo));

        foreach (var sheet in (string[])["监测表", "判定说明"])
        {
            var head = other.Rows(sheet).Take(2).Select(row => row[0]).ToList();
            Assert.All(head, line => Assert.Equal(isDemo, line.Contains("演示数据", StringComparison.Ordinal)));
            Assert.Contains("报告期：2025年三季度　　口径：按上报数（含未审核）　　生成时间：2025年10月8日 10:21", head[1], StringComparison.Ordinal);
        }
    }

    public void Dispose() => book.Dispose();

    private Cell ValueCell(IndicatorRating rating) =>
        CellAt(rating.Indicator.Number, 0, rating.UnitCode == report.Plan.City.Code ? CityValue : UnitColumn(rating));

    private Cell StateCell(IndicatorRating rating) => rating.UnitCode == report.Plan.City.Code
        ? CellAt(rating.Indicator.Number, 0, CityVerdict)
        : CellAt(rating.Indicator.Number, 1, UnitColumn(rating));

    private int UnitColumn(IndicatorRating rating) =>
        FirstUnit + report.Plan.Units.Select(unit => unit.Code).ToList().IndexOf(rating.UnitCode);

    private Cell CellAt(int indicator, int line, int column) =>
        book.Sheet(Sheet).Descendants<Row>().ElementAt(HeadRows + ((indicator - 1) * 2) + line).Elements<Cell>().ElementAt(column);
}
