using DocumentFormat.OpenXml.Spreadsheet;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Tests.Export;

public sealed class ExplanationSheetTests
{
    private const string Sheet = "判定说明";

    [Fact]
    public void Write_ThirdSheet_ExplainsEveryRedAndAmberLightAlsoAcceptedOnesTheCityFirst()
    {
        var report = SampleReport.Create();
        using var book = new ReadBook(report);
        string[] order = [report.Plan.City.Code, .. report.Plan.Units.Select(unit => unit.Code)];
        var expected = report.Ratings
            .Where(rating => rating.Judged is RagStatus.Amber or RagStatus.Red)
            .OrderBy(rating => Array.IndexOf(order, rating.UnitCode)).ThenBy(rating => rating.Indicator.Number)
            .Select(rating => (rating.Indicator.Name, rating.Explanation));

        var lines = book.Rows(Sheet).Skip(3).ToList();

        Assert.Equal(expected, lines.Select(line => (line[2], line[8])));
        Assert.Equal(Enumerable.Range(1, lines.Count).Select(number => $"{number}"), lines.Select(line => line[0]));
        Assert.Equal("全市", lines[0][1]);
    }

    [Fact]
    public void Write_ThirdSheet_HoldsValueExpectedAndShortfallAsNumbers()
    {
        using var book = new ReadBook(SampleReport.Create());

        var lines = book.Sheet(Sheet).Descendants<Row>().Skip(3).Select(row => row.Elements<Cell>().ToList());

        Assert.All(lines, line => Assert.All(line.GetRange(4, 3), cell => Assert.True(ReadBook.IsNumber(cell))));
    }

    [Fact]
    public void Write_ShortfallBelowTheDisplayedDecimals_IsStillSeen()
    {
        // 29.96 reads as 30.0 beside 30.0 with the indicator's one decimal, and yet it is amber.
        using var book = new ReadBook(WithOne(2996));

        var line = book.Sheet(Sheet).Descendants<Row>().Skip(3).Single().Elements<Cell>().ToList();

        Assert.Equal(["29.96", "30", "0.04"], line.GetRange(4, 3).Select(book.TextOf));
        Assert.All(line.GetRange(4, 3), cell => Assert.Equal("0.00", book.NumberFormatOf(cell)));
    }

    [Fact]
    public void Write_ThirdSheet_SaysHowItWasReckonedBehindTheSentence()
    {
        using var book = new ReadBook(WithOne(2996) with { FactsOf = _ => [new("计算", "1 ÷ 2 × 100 = 50.0%"), new("转为达标", "还差7个")] });

        Assert.EndsWith("\n计算：1 ÷ 2 × 100 = 50.0%\n转为达标：还差7个", book.Rows(Sheet)[3][8], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NothingBehind_SaysSo()
    {
        using var book = new ReadBook(WithOne(3500));

        Assert.Equal("本季度没有判为预警或滞后的指标。", book.Rows(Sheet)[3][0]);
    }

    private static Application.Export.AnnexReport WithOne(decimal numerator)
    {
        var plan = SamplePlan.Create();
        var unit = new UnitCase
        {
            UnitCode = "150502",
            UnitName = "科尔沁区",
            Sets = [UnitSet.CentralUrban],
            Figures = new Dictionary<Quarter, ReportedFigure>
            {
                [SampleReport.Quarter] = new(new ReportedInputs { Numerator = numerator, Denominator = 10_000 }, null, IsApproved: true),
            },
        };
        return SampleReport.From(plan, isDemo: false, [RatingRules.RateUnit(plan.Indicators[17], SampleReport.Quarter, unit)]);
    }
}
