using Bunit;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Tests.Components;

public sealed class SparklineTests : IDisposable
{
    private readonly PortalContext portal = new();

    [Fact]
    public void Sparkline_OfNumbers_RisesAndSaysThemInWords()
    {
        var spark = Render(false, 9, 11, 10);

        Assert.Equal("4,24 46,4 88,14", spark.Find("polyline").GetAttribute("points"));
        Assert.Equal(("88", "14"), (spark.Find("circle").GetAttribute("cx"), spark.Find("circle").GetAttribute("cy")));
        Assert.Equal("img", spark.Find("svg").GetAttribute("role"));
        Assert.Equal("达标指标数走势：一季度 9，二季度 11，三季度 10", spark.Find("svg").GetAttribute("aria-label"));
    }

    [Fact]
    public void Sparkline_QuarterWithoutANumber_HasAGapAndSaysSo()
    {
        var spark = Render(false, 3, null, 3, 4);

        Assert.Equal(["4,24", "60,24 88,4"], spark.FindAll("polyline").Select(line => line.GetAttribute("points")));
        Assert.Contains("二季度 无", spark.Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Sparkline_LastNumberUnfinished_IsHollowAndSaysSo()
    {
        var spark = Render(true, 9, 11);

        Assert.Contains("unfinished", spark.Find("circle").ClassList);
        Assert.EndsWith("二季度 11（未报齐）", spark.Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Sparkline_NumberThatNeverMoves_LiesInTheMiddle() =>
        Assert.Equal("4,14 46,14 88,14", Render(false, 2, 2, 2).Find("polyline").GetAttribute("points"));

    [Fact]
    public void Sparkline_LastQuarterWithoutANumber_HasNoMark() => Assert.Empty(Render(false, 2, 3, null).FindAll("circle"));

    [Theory]
    [InlineData]
    [InlineData(5)]
    [InlineData(5, null)]
    public void Sparkline_FewerThanTwoNumbers_IsNothing(params int?[] values) => Assert.Empty(Render(false, values).Markup.Trim());

    [Fact]
    public void LightFigures_OfATrend_SayChangeAndDrawItWithShapeWordAndColour()
    {
        var trend = new LightTrend(
            [new(new Quarter(2025, 2), [RagStatus.Green, RagStatus.Red]), new(new Quarter(2025, 3), [RagStatus.Green, RagStatus.Green, RagStatus.NotDue])], isComplete: true);

        var cards = portal.Render<LightFigures>(with => with.Add(control => control.Trend, trend).Add(control => control.Prefix, "全市")).FindAll("[data-light]");

        Assert.Equal(["全市达标", "预警", "滞后"], cards.Select(card => card.QuerySelector("dt")!.TextContent));
        Assert.Equal(["● 2", "▲ 0", "■ 0"], cards.Select(card => card.QuerySelector("dd")!.TextContent));
        Assert.Equal(["较上季 +1 · 未判定 1", "较上季持平", "较上季 −1"], cards.Select(card => card.QuerySelector(".note")!.TextContent));
        Assert.All(cards, card => Assert.NotNull(card.QuerySelector(".trend svg[aria-label]")));
        Assert.Contains("is-red", cards[2].QuerySelector(".trend")!.ClassList);
    }

    public void Dispose() => portal.Dispose();

    private IRenderedComponent<Sparkline> Render(bool isUnfinished, params int?[] values) => portal.Render<Sparkline>(with => with
        .Add(control => control.Name, "达标指标数")
        .Add(control => control.IsUnfinished, isUnfinished)
        .Add(control => control.Points, [.. values.Select((value, i) => new SparkPoint($"{"一二三四"[i]}季度", value))]));
}
