using FsCheck.Fluent;
using static Tongliao.GreenDev.Domain.Tests.Rating.GeneratedCases;
using TestData = Tongliao.GreenDev.TestCommon.TestData;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>The gap in the unit of the work: that much turns the light green, one step less does not.</summary>
public sealed class GapToGreenTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 21)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void GapOfUnit_IsTheLeastThatTurnsTheLightGreen(int number)
    {
        var indicator = TestData.Indicator(number);
        Properties.Check(
            from quarter in Quarters
            from earlier in Inputs(indicator, quarter)
            from now in Inputs(indicator, quarter)
            select (quarter, earlier, now),
            t =>
            {
                var now = t.now with { Inputs = Typeable(indicator, t.now.Inputs!) };
                RagStatus After(decimal work) => Rate.Unit(
                    indicator, t.quarter, Full(Rate.Central(), indicator).Reported("2024Q4", t.earlier).Reported(t.quarter, now with { Inputs = Worked(indicator, now.Inputs!, work) })).State;

                var gap = GapOf(indicator, t.quarter, Full(Rate.Central(), indicator).Reported("2024Q4", t.earlier).Reported(t.quarter, now));
                if (gap is null)
                {
                    Assert.True(After(0) is RagStatus.Green or RagStatus.NotDue);
                }
                else if (gap.Amount is { } amount)
                {
                    Assert.Equal(RagStatus.Green, After(amount));
                    Assert.NotEqual(RagStatus.Green, After(amount - (gap.Field.IsCount ? 1 : 0.0001m)));
                    Assert.Empty(ValueChecks.Errors(indicator, Worked(indicator, now.Inputs!, amount)));
                }
                else
                {
                    Assert.NotEqual(RagStatus.Green, After(MostOf(indicator, now.Inputs!)));
                }
            },
            runs: 200);
    }

    [Theory]
    // 25 % of 347 villages are 86.75: 87, and 80 are there.
    [InlineData(2, "2024Q2", 80, 347, "还差7个")]
    // Green by the quarter: nothing is lacking.
    [InlineData(2, "2024Q2", 87, 347, null)]
    // More than 99 %: equality is not enough.
    [InlineData(7, "2024Q1", 99, 100, "还差0.0001万人")]
    [InlineData(1, "2024Q1", 20.24, 50.6, null)]
    [InlineData(1, "2024Q1", 20.2399, 50.6, "还差0.0001平方公里")]
    public void GapOfRatio_IsSaidInItsOwnUnit(int number, string quarter, double numerator, double denominator, string? said) =>
        Assert.Equal(said, GapOf(TestData.Indicator(number), quarter, Rate.Central().Ratio(quarter, (decimal)numerator, (decimal)denominator))?.Words.Brief);

    // (1000 − 890) / 1000 − 1.5 % = 9.5 %; by 994.4135 the loss is 104.4135, which is 10.5 % of it.
    [Fact]
    public void GapOfWaterLoss_LessIsSupplied()
    {
        var gap = GapOf(TestData.Indicator(8), "2025Q4", Rate.Central().Water("2025Q4", 1000, 890, 1.5m))!;

        Assert.True(gap.IsLess);
        Assert.Equal(InputKey.Supplied, gap.Field.Key);
        Assert.Equal(5.5866m, gap.Amount);
        Assert.Equal("“供水总量Qs”还需减少5.5866万立方米（“注册用户用水量Qa”“总修正值Rn”不变）", gap.Words.Full);
    }

    // Q6 read the other way: 890 are 91 % of 978.0219…, whatever the correction is.
    [Fact]
    public void GapOfWaterLoss_Uncorrected_DoesNotSpeakOfTheCorrection()
    {
        var indicator = TestData.Indicator(8).Under(new IndicatorChange { RatesUncorrectedLoss = true });
        var gap = GapOf(indicator, "2025Q4", Rate.Central().Water("2025Q4", 1000, 890, 1.5m))!;

        Assert.Equal(21.9781m, gap.Amount);
        Assert.Equal("“供水总量Qs”还需减少21.9781万立方米（“注册用户用水量Qa”不变）", gap.Words.Full);
    }

    // Without any loss the correction alone is 10.
    [Fact]
    public void GapOfWaterLoss_CorrectionAloneIsTooMuch_SaysSo()
    {
        var gap = GapOf(TestData.Indicator(8), "2025Q4", Rate.Central().Water("2025Q4", 1000, 990, -10))!;

        Assert.Null(gap.Amount);
        Assert.Equal("", gap.Words.Brief + gap.Words.Shares);
        Assert.Equal("“供水总量Qs”降到与“注册用户用水量Qa”相同也达不到，请核对“总修正值Rn”和目标值。", gap.Words.Full);
    }

    // 95 % at the year's end before: 10 points more do not exist.
    [Fact]
    public void GapOfIncrease_NothingLeftToBuild_SaysSo()
    {
        var gap = GapOf(TestData.Indicator(12), "2025Q4", Rate.Central().Ratio("2024Q4", 95, 100).Ratio("2025Q4", 97, 100))!;

        Assert.Null(gap.Amount);
        Assert.Contains("增加到与“建制镇总数”相同也达不到", gap.Words.Full, StringComparison.Ordinal);
    }

    [Fact]
    public void GapOfIncrease_BeforeTheYearsEnd_IsKnownForTheYearOnly()
    {
        var unit = Rate.Central().Ratio("2024Q4", 30, 100).Ratio("2025Q2", 33, 100);

        Assert.Null(GapOf(TestData.Indicator(12), "2025Q2", unit));
        Assert.Equal(7, GapOf(TestData.Indicator(12), "2025Q2", unit, LightGoal.YearTarget)!.Amount);
    }

    // 3.2 are due by June of 8 in the year, of a 分解指标.
    [Fact]
    public void GapOfSum_ToTheQuarterAndToTheYear_AreTwoNumbers()
    {
        var unit = Rate.Central().Target(2024, 8).Amount("2024Q2", 1.25m);

        Assert.Equal(1.95m, GapOf(TestData.Indicator(20), "2024Q2", unit)!.Amount);
        Assert.Equal(6.75m, GapOf(TestData.Indicator(20), "2024Q2", unit, LightGoal.YearTarget)!.Amount);
        Assert.Equal("“本年累计应用绿色建材的建筑面积”还差1.95万平方米", GapOf(TestData.Indicator(20), "2024Q2", unit)!.Words.Full);
    }

    [Fact]
    public void GapOfSum_BeyondWhatMayBeTyped_SaysSo() =>
        Assert.Contains("在可填报的范围内达不到", GapOf(TestData.Indicator(20), "2024Q4", Rate.Central().Target(2024, 5000).Amount("2024Q4", 1))!.Words.Full, StringComparison.Ordinal);

    [Fact]
    public void GapOfUnit_WithoutALight_IsNone()
    {
        Assert.Null(GapOf(TestData.Indicator(20), "2024Q2", Rate.Central().Amount("2024Q2", 1)));
        Assert.Null(GapOf(TestData.Indicator(1), "2024Q2", Rate.Outside().Ratio("2024Q2", 1, 10), LightGoal.YearTarget));
        Assert.Null(GapOf(TestData.Indicator(12), "2025Q4", Rate.Central().Ratio("2025Q4", 1, 10), LightGoal.YearTarget));
        Assert.Null(GapOf(TestData.Indicator(19), "2025Q4", Rate.Central().Ratio("2025Q4", 0, 0)));
    }

    private static GapToGreen? GapOf(Indicator indicator, string quarter, UnitCaseBuilder unit, LightGoal goal = LightGoal.Expected) =>
        GapToGreen.Of(indicator, Quarter.Parse(quarter), RatedCase.OfUnit(unit.Build()), goal);

    /// <summary>Villages and places are counted one by one.</summary>
    private static ReportedInputs Typeable(Indicator indicator, ReportedInputs inputs) => indicator.Inputs[0].IsCount
        ? inputs with { Numerator = Math.Floor(inputs.Numerator!.Value), Denominator = Math.Ceiling(inputs.Denominator!.Value) }
        : inputs;

    private static ReportedInputs Worked(Indicator indicator, ReportedInputs inputs, decimal work) => indicator.Kind switch
    {
        MeasureKind.Sum => inputs with { Amount = inputs.Amount + work },
        MeasureKind.WaterLoss => inputs with { Supplied = inputs.Supplied - work },
        _ => inputs with { Numerator = inputs.Numerator + work },
    };

    /// <summary>All the work there is.</summary>
    private static decimal MostOf(Indicator indicator, ReportedInputs inputs) => indicator.Kind switch
    {
        MeasureKind.Sum => indicator.HardRange.Upper - inputs.Amount!.Value,
        MeasureKind.WaterLoss => inputs.Supplied!.Value - inputs.Billed!.Value,
        _ when indicator.IsPercentage => inputs.Denominator!.Value - inputs.Numerator!.Value,
        _ => (inputs.Denominator!.Value * indicator.HardRange.Upper) - inputs.Numerator!.Value,
    };
}
