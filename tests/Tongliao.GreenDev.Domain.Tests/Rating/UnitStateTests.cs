using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>The states of a unit that are no light, and which comes first (§4).</summary>
public sealed class UnitStateTests
{
    // A zero denominator is refused when it is typed; should one get here all the same, it is not divided by.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(12)]
    public void OtherRatios_ZeroDenominator_IsNeverDivided(int number) =>
        Assert.Equal(RagStatus.NotReported, Rate.Unit(number, "2024Q1", Rate.Central().Ratio("2024Q1", 0, 0)).State);

    [Fact]
    public void NewBuildings_SomethingOfZero_IsNeverDivided() =>
        Assert.Equal(RagStatus.NotReported, Rate.Unit(19, "2024Q1", Rate.Central().Ratio("2024Q1", 3, 0)).State);

    [Fact]
    public void WaterLoss_NothingSupplied_IsNeverDivided() =>
        Assert.Equal(RagStatus.NotReported, Rate.Unit(8, "2024Q1", Rate.Central().Water("2024Q1", 0, 0, 0)).State);

    [Fact]
    public void Increase_ZeroDenominatorAtPreviousYearEnd_IsMissingBaseline() =>
        Assert.Equal(RagStatus.MissingBaseline, Rate.Unit(12, "2025Q4", Rate.Central().Ratio("2024Q4", 0, 0).Ratio("2025Q4", 1, 2)).State);

    [Fact]
    public void NotApplicable_TypedReason_OutranksTypedNumbers()
    {
        var figure = new ReportedFigure(new ReportedInputs { Numerator = 1, Denominator = 2 }, "本地无建制镇", true);

        var rating = Rate.Unit(12, "2024Q1", Rate.Central().Reported("2024Q1", figure));

        Assert.Equal(RagStatus.NotApplicable, rating.State);
        Assert.Equal("本地无建制镇", rating.Measurement.Reason);
    }

    [Fact]
    public void NotApplicable_BlankReason_IsNone()
    {
        var figure = new ReportedFigure(new ReportedInputs { Numerator = 1, Denominator = 2 }, "  ", true);

        Assert.Equal((Rational)50, Rate.Unit(12, "2024Q1", Rate.Central().Reported("2024Q1", figure)).Value);
    }

    [Fact]
    public void NotReported_NoFigure_HasNoValue()
    {
        var rating = Rate.Unit(1, "2024Q2", Rate.Central().Ratio("2024Q1", 1, 2));

        Assert.Equal(RagStatus.NotReported, rating.State);
        Assert.Null(rating.Value);
        Assert.Null(rating.Target);
        Assert.Equal("", rating.Displayed);
    }

    [Fact]
    public void NotReported_HalfFilled_IsNotReported()
    {
        var figure = new ReportedFigure(new ReportedInputs { Numerator = 1 }, null, true);

        Assert.Equal(RagStatus.NotReported, Rate.Unit(1, "2024Q1", Rate.Central().Reported("2024Q1", figure)).State);
    }

    [Theory]
    // NotReported before MissingBaseline, NoTarget and Reference.
    [InlineData(16, "", RagStatus.NotReported)]
    // NotApplicable before MissingBaseline and NoTarget.
    [InlineData(16, "n/a", RagStatus.NotApplicable)]
    // MissingBaseline before NoTarget.
    [InlineData(16, "amount", RagStatus.MissingBaseline)]
    // MissingBaseline before NotDue.
    [InlineData(12, "ratio", RagStatus.MissingBaseline)]
    [InlineData(12, "n/a", RagStatus.NotApplicable)]
    [InlineData(12, "", RagStatus.NotReported)]
    // NotReported and NotApplicable before Reference.
    [InlineData(1, "", RagStatus.NotReported)]
    [InlineData(1, "n/a", RagStatus.NotApplicable)]
    [InlineData(1, "ratio", RagStatus.Reference)]
    public void State_SeveralHold_TheFirstOfTheOrderIsTheState(int number, string reported, RagStatus expected)
    {
        var unit = reported switch
        {
            "n/a" => Rate.Outside().NotApplicable("2025Q1"),
            "amount" => Rate.Outside().Amount("2025Q1", 1),
            "ratio" => Rate.Outside().Ratio("2025Q1", 1, 2),
            _ => Rate.Outside(),
        };

        Assert.Equal(expected, Rate.Unit(number, "2025Q1", unit).State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(14)]
    public void Reference_OutsideCentralUrban_EvenWithOwnTarget(int number) =>
        Assert.Equal(RagStatus.Reference, Rate.Unit(number, "2024Q1", Rate.Outside().Target(2024, 10).Ratio("2024Q1", 1, 2)).State);

    [Theory]
    [InlineData("2025Q1")]
    [InlineData("2025Q2")]
    [InlineData("2025Q3")]
    public void Increase_BeforeYearEnd_IsNotDue(string quarter) =>
        Assert.Equal(RagStatus.NotDue, Rate.Unit(12, quarter, Rate.Central().Ratio("2024Q4", 1, 10).Ratio(quarter, 2, 10)).State);

    [Fact]
    public void Provisional_NotApproved_IsSaid()
    {
        var rating = Rate.Unit(2, "2024Q1", Rate.Central().Ratio("2024Q1", 1, 2, approved: false));

        Assert.True(rating.IsProvisional);
        Assert.Contains("暂", rating.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Provisional_Approved_IsNotSaid()
    {
        var rating = Rate.Unit(2, "2024Q1", Rate.Central().Ratio("2024Q1", 1, 2));

        Assert.False(rating.IsProvisional);
        Assert.DoesNotContain("暂", rating.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    // What goes into the value decides: a year end does for sums and increases, an ordinary earlier quarter never.
    [InlineData(20, "2024Q4", true)]
    [InlineData(16, "2024Q4", true)]
    [InlineData(20, "2024Q3", false)]
    public void Provisional_EarlierFigureNotApproved_OnlyWhenItCounts(int number, string open, bool expected)
    {
        var unit = Rate.Central().Target(2025, 9).Baseline(1).Amount("2024Q4", 3).Amount("2025Q1", 1).Amount(open, 3, approved: false);

        Assert.Equal(expected, Rate.Unit(number, "2025Q1", unit).IsProvisional);
    }

    [Fact]
    public void Provisional_IncreaseFromAYearEndNotApproved_IsProvisional() =>
        Assert.True(Rate.Unit(12, "2025Q4", Rate.Central().Ratio("2024Q4", 3, 10, approved: false).Ratio("2025Q4", 4, 10)).IsProvisional);

    [Fact]
    public void Provisional_StockRatioOfEarlierYear_DoesNotCount() =>
        Assert.False(Rate.Unit(2, "2025Q1", Rate.Central().Ratio("2024Q4", 1, 2, approved: false).Ratio("2025Q1", 1, 2)).IsProvisional);
}
