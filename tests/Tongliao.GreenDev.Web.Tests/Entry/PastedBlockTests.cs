using System.Globalization;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Entry;
using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Entry;

/// <summary>A pasted block lies on the annex's order and fits whole or not at all. #15, #16 and #20 have one number, #8 three, the others two.</summary>
public sealed class PastedBlockTests
{
    private static readonly Quarter Quarter = Quarter.Parse("2025Q4");

    private readonly List<EntryLine> lines = Annex(_ => ValueStatus.Empty);

    [Theory]
    [InlineData(16, "amount", "1.2\r\n0\t0\r\n30\t100\r\n", "16.0=1.2 17.0=0 17.1=0 18.0=30 18.1=100")]
    [InlineData(15, "amount", "0.6\r\n\r\n30\t100", "15.0=0.6 17.0=30 17.1=100")]
    [InlineData(14, "numerator", "5\t10\r\n0.6\t\r\n1.2\t\t", "14.0=5 14.1=10 15.0=0.6 16.0=1.2")]
    [InlineData(9, "denominator", "40\r\n41\r\n", "9.1=40 10.1=41")]
    [InlineData(8, "supplied", "1,000\t８９０\t-1.5", "8.0=1000 8.1=890 8.2=-1.5")]
    [InlineData(9, "numerator", "\t40", "9.1=40")]
    [InlineData(14, "numerator", "5\t10\r\n\t—\r\n1.2\t—", "14.0=5 14.1=10 16.0=1.2")]
    [InlineData(21, "numerator", "5\t100\r\n\r\n\t\r\n", "21.0=5 21.1=100")]
    public void Of_FittingBlock_FollowsTheAnnexAndLeavesEmptyCellsOut(int number, string field, string text, string expected)
    {
        var block = PastedBlock.Of(lines, Shared(lines), number, field, text);

        Assert.Empty(block.Faults);
        Assert.Equal(expected, string.Join(' ', block.Numbers.Select(pasted =>
            string.Create(CultureInfo.InvariantCulture, $"{pasted.Line.Indicator.Number}.{pasted.Index}={pasted.Value}"))));
    }

    [Theory]
    [InlineData(9, "numerator", "12.5\t37.1\t\"来源：甲\n2025年年报\"\r\n31.1\t32.2\r\n33.9\t38.3\r\n", "第9项", "来源：甲 2025年年报", "只复制数值列")]
    [InlineData(14, "numerator", "5\t10\r\n0.6\t来源：甲", "第15项", "只有1个数", "只复制数值列")]
    [InlineData(14, "numerator", "5\t10\r\n0.6\t7\t8", "第15项", "多出“7”", "只复制数值列")]
    [InlineData(20, "amount", "1\r\n2\t3\r\n4\t5\r\n6\t7\r\n\r\n", "附件只有21项", "多出2行", "重新粘贴")]
    [InlineData(9, "numerator", "12.5\t37.1\r\n#DIV/0!\t32.2", "第10项", "“#DIV/0!”不是数字", "重新粘贴")]
    [InlineData(9, "numerator", "12.5\t37.1\r\n12.5%\t32.2", "第10项", "百分比", "重新粘贴")]
    [InlineData(9, "numerator", "\t\r\n\t\r\n", "空", "空", "重新粘贴")]
    public void Of_BlockThatDoesNotFit_SaysWhereAndWhatIsTooMuch(int number, string field, string text, string where, string what, string advice)
    {
        var block = PastedBlock.Of(lines, Shared(lines), number, field, text);

        var fault = Assert.Single(block.Faults);
        Assert.Contains(where, fault, StringComparison.Ordinal);
        Assert.Contains(what, fault, StringComparison.Ordinal);
        Assert.Contains(advice, block.Advice, StringComparison.Ordinal);
        Assert.False(block.IsOneRow(number));
    }

    [Theory]
    [InlineData("0.6\t", "0.6", null)]
    [InlineData("0.6\t0.60", "0.6", null)]
    [InlineData("0.6\t—", "0.6", null)]
    [InlineData("\t0.6", "0.6", "取右边一列的“0.6”")]
    [InlineData("0.6\t7", "0.6", "取“0.6”，右边一列的“7”不填入")]
    public void Of_TwoColumnsAtARowWithOneNumber_TakesItFromEither(string cells, string expected, string? remark)
    {
        var block = PastedBlock.Of(lines, Shared(lines), 14, "numerator", "5\t10\r\n" + cells);

        Assert.Empty(block.Faults);
        Assert.Equal([expected], block.Numbers.Where(pasted => pasted.Line.Indicator.Number == 15).Select(pasted => NumberText.Display(pasted.Value)));
        Assert.Equal(remark is null ? [] : [remark], block.Remarks.Select(said => said[(said.IndexOf('，', StringComparison.Ordinal) + 1)..].TrimEnd('。')));
    }

    [Fact]
    public void IsOneRow_WhereACellGoesNowhere_IsShownFirst() => Assert.False(PastedBlock.Of(lines, Shared(lines), 15, "amount", "0.6\t7").IsOneRow(15));

    [Fact]
    public void Of_RowUnderReview_RefusesTheBlockUnlessItsCellsAreEmpty()
    {
        var reviewed = Annex(number => number == 17 ? ValueStatus.CountyReview : ValueStatus.Empty);

        Assert.Contains("第17项", Assert.Single(PastedBlock.Of(reviewed, Shared(reviewed), 16, "amount", "1\r\n2\t3\r\n4\t5").Faults), StringComparison.Ordinal);
        Assert.Equal([16, 18], PastedBlock.Of(reviewed, Shared(reviewed), 16, "amount", "1\r\n\t\r\n4\t5").Lines.Select(line => line.Indicator.Number));
    }

    [Fact]
    public void Of_RowNotApplicable_RefusesTheBlock()
    {
        lines[16].Say(null, typed => typed.IsNotApplicable = true);

        Assert.Contains("不适用", Assert.Single(PastedBlock.Of(lines, Shared(lines), 16, "amount", "1\r\n2\t3").Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void IsOneRow_OnlyForTheRowPastedInto()
    {
        Assert.True(PastedBlock.Of(lines, Shared(lines), 9, "numerator", "1\t2").IsOneRow(9));
        Assert.False(PastedBlock.Of(lines, Shared(lines), 9, "numerator", "1\t2\r\n3\t4").IsOneRow(9));
        Assert.False(PastedBlock.Of(lines, Shared(lines), 9, "numerator", "\t\r\n3\t4").IsOneRow(9));
    }

    [Fact]
    public void Fill_WritesAllAndNothingBefore()
    {
        var block = PastedBlock.Of(lines, Shared(lines), 15, "amount", "0.6\r\n1.2\r\n");
        Assert.Equal("", lines[14].Fields[0].Text);

        block.Fill();

        Assert.Equal(["0.6", "1.2"], lines.Skip(14).Take(2).Select(line => line.Fields[0].Text));
    }

    [Fact]
    public void Of_TwoNumbersForOneFact_SaysSo()
    {
        var block = PastedBlock.Of(lines, Shared(lines), 2, "numerator", "60\t200\r\n61\t201");

        Assert.Equal("“行政村（嘎查村）总数”是第2、3项共用的同一个数，复制的数却不同（200、201）。", Assert.Single(block.Faults));
    }

    [Fact]
    public void Of_NumberThatAnotherRowBinds_IsRefusedUnlessItIsTheSame()
    {
        var reviewed = Annex(number => number == 3 ? ValueStatus.Accepted : ValueStatus.Empty);

        Assert.Contains("第3项已审核通过", Assert.Single(PastedBlock.Of(reviewed, Shared(reviewed), 2, "numerator", "60\t200").Faults), StringComparison.Ordinal);
        Assert.Empty(PastedBlock.Of(reviewed, Shared(reviewed), 2, "numerator", "60\t").Faults);
    }

    private static SharedFields Shared(List<EntryLine> annex) => new(BuiltInPlan.Plan, annex);

    private static List<EntryLine> Annex(Func<int, ValueStatus> statusOf)
    {
        var known = TestData.Unit(BuiltInPlan.Naiman.Code).Build();
        return [.. BuiltInPlan.Plan.Indicators.OrderBy(indicator => indicator.Number).Select(indicator => new EntryLine(
            new ReportEntry(indicator, Statement.Empty, statusOf(indicator.Number), 0, null, null, null, known, RatingRules.RateUnit(indicator, Quarter, known), []),
            Quarter,
            TestData.Checks))];
    }
}
