using System.Globalization;
using System.Text.RegularExpressions;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Pages.Dashboard;

namespace Tongliao.GreenDev.Web.Tests.Pages;

public sealed class CellFactsTests
{
    private static readonly Quarter Quarter = new(2025, 3);

    [Fact]
    public void Facts_RedRatio_TellGapToleranceAndWhatIsStillNeeded()
    {
        var rating = Rate(2, TestData.Unit("奈曼旗").Ratio("2025Q2", 21, 100).Ratio("2025Q3", 2181, 10000));

        Assert.Equal(
            ["数值 21.8%", "未取整 21.81%", "较上季 提高0.8个百分点"], Lines(CellFacts.Value(rating)));
        Assert.Equal(
            ["本季应达 ≥25%", "全年目标 ≥25%", "差距 3.2个百分点", "预警容差 1个百分点", "每季还需 3.2个百分点"], Lines(CellFacts.Target(rating)));
    }

    [Fact]
    public void Facts_SumWithOwnTarget_NameTheDocumentAndThePace()
    {
        var rating = Rate(20, TestData.Unit("奈曼旗").Target(2024, 6).Target(2025, 10).Amount("2024Q4", 6).Amount("2025Q3", 1));

        Assert.Contains("本年累计 1万平方米", Lines(CellFacts.Value(rating)));
        var target = Lines(CellFacts.Target(rating));
        Assert.Contains("全年目标 ≥10万平方米（分解指标）", target);
        Assert.Contains(target, line => line.StartsWith("分解文件 ", StringComparison.Ordinal));
        // 1 ÷ 80 %
        Assert.Contains("按进度预计本年 1.25万平方米", target);
    }

    [Fact]
    public void Facts_NotReported_SayOnlyTheYearTarget()
    {
        var rating = Rate(2, TestData.Unit("奈曼旗"));

        Assert.Empty(CellFacts.Value(rating));
        Assert.Equal(["全年目标 ≥25%"], Lines(CellFacts.Target(rating)));
    }

    [Fact]
    public void Facts_NotReportedWithOwnTarget_SayItAndItsDocument()
    {
        var rating = Rate(20, TestData.Unit("奈曼旗").Target(2025, 10));

        Assert.Equal(["全年目标 ≥10万平方米（分解指标）", "分解文件 通住建发〔2024〕1号（2023-12-01起）"], Lines(CellFacts.Target(rating)));
    }

    [Fact]
    public void Facts_SumWithoutOwnTarget_SayWhoseTargetItIs()
    {
        var rating = Rate(20, TestData.Unit("奈曼旗").Amount("2024Q4", 6).Amount("2025Q3", 1));

        Assert.Equal(RagStatus.NoTarget, rating.State);
        Assert.Equal(["全年目标 ≥100万平方米（方案目标，未分解到本单位）"], Lines(CellFacts.Target(rating)));
    }

    [Fact]
    public void Facts_StrictTargetMetExactly_IsNoGapYetNotExceeded()
    {
        var rating = Rate(7, TestData.Unit("奈曼旗").Ratio("2025Q3", 99, 100));

        Assert.Contains("差距 恰好持平，未超过", Lines(CellFacts.Target(rating)));
    }

    // Of the row that is typed or reviewed, and of the drawer: value, what was due and the gap, whatever their decimals.
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    public void PrintedTogether_ValueExpectedAndGap_AddUp(int number)
    {
        for (var i = 1; i < 400; i++)
        {
            var unit = TestData.Unit("科尔沁区").Target(2024, 6.75m).Target(2025, 8.3m);
            var rating = Rate(number, number == 8 ? unit.Water("2025Q3", 997, 997 - (i / 2m), 0.25m) : unit.Ratio("2025Q3", i / 9m, 61));
            if (rating.Shortfall is not { Sign: > 0 })
            {
                continue;
            }

            AssertAddUp(rating.Words.ValueWithBasis, rating.Words.Expected, rating.Words.Gap);
            var facts = CellFacts.Value(rating).Concat(CellFacts.Target(rating)).ToDictionary(fact => fact.Label, fact => fact.Text);
            AssertAddUp(facts["数值"], facts["本季应达"], facts["差距"]);
        }
    }

    private static void AssertAddUp(string value, string expected, string gap) =>
        Assert.True(Math.Abs(NumberIn(value) - NumberIn(expected)) == NumberIn(gap), $"{value} {expected} {gap}");

    private static decimal NumberIn(string text) => decimal.Parse(Regex.Match(text, @"-?[0-9.]+").Value, CultureInfo.InvariantCulture);

    private static IndicatorRating Rate(int number, UnitCaseBuilder unit) => RatingRules.RateUnit(TestData.Indicator(number), Quarter, unit.Build());

    private static List<string> Lines(IEnumerable<AccountFact> facts) => [.. facts.Select(fact => $"{fact.Label} {fact.Text}")];
}
