namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>What of the city's rating a reader of one unit is told.</summary>
public sealed class AggregateDisclosureTests
{
    private static readonly string[] ShortNames = [.. TestData.UnitCodes.Select(code => TestData.Unit(code).Build().UnitName)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OneOfTwoUnitsReported_KeepsThePartialValue(bool approved)
    {
        var rating = ForOneUnit(1, "2025Q1", TestData.AllUnits((unit, place) => place == 0 ? unit.Ratio("2025Q1", 37, 113, approved) : unit));

        AssertWithheld(rating);
        Assert.Equal(RagStatus.Incomplete, rating.State);
        Assert.Equal((1, 2), (rating.ReportedUnits, rating.CountingUnits));
        Assert.StartsWith("一季度已报1/2，应计入的单位全部上报后判定。", rating.Explanation, StringComparison.Ordinal);
    }

    // #1, #8, #9 and #14 count two units: each would work out the other's figure from a total that is not approved yet.
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(14)]
    public void BothOfTwoUnitsReported_KeepTheirTotalUntilApproved(int number)
    {
        var open = ForOneUnit(number, "2025Q1", Central(number, approved: false));
        var approved = ForOneUnit(number, "2025Q1", Central(number, approved: true));

        AssertWithheld(open);
        Assert.Equal(Rate.City(number, "2025Q1", Central(number, approved: false)).State, open.State);
        Assert.Contains("全部审核通过后公布数值", open.Explanation, StringComparison.Ordinal);
        AssertSame(Rate.City(number, "2025Q1", Central(number, approved: true)), approved);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void PartOfNine_IsToldFromThreeUnitsOn(int reporting, bool isWithheld)
    {
        var units = TestData.AllUnits((unit, place) => place < reporting ? unit.Ratio("2025Q1", 20 + place, 100, approved: false) : unit);

        var rating = ForOneUnit(2, "2025Q1", units);

        Assert.Equal(isWithheld, rating.IsWithheld);
        Assert.Equal(isWithheld, rating.Value is null);
    }

    // An office above sees three counties of its own: of a fourth alone it would know the figure.
    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void ReaderOfThreeUnits_IsToldFromTwoMoreOn(int reporting, bool isWithheld)
    {
        var units = TestData.AllUnits((unit, place) => place < reporting ? unit.Ratio("2025Q1", 20 + place, 100, approved: false) : unit);

        var rating = RatingRules.RateAggregateForReaderOf(3, TestData.Indicator(2), new Quarter(2025, 1), TestData.CityCode, units);

        Assert.Equal(isWithheld, rating.IsWithheld);
        Assert.Equal(isWithheld, rating.Explanation.Contains("目前计入的单位不足5个", StringComparison.Ordinal));
    }

    // Who says 不适用 has reported and adds nothing.
    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void NotApplicableUnits_DoNotHideTheOthers(int applying, bool isWithheld)
    {
        var units = TestData.AllUnits((unit, place) => place < applying ? unit.Ratio("2025Q1", 20 + place, 100, approved: false) : unit.NotApplicable("2025Q1"));

        Assert.Equal(isWithheld, ForOneUnit(2, "2025Q1", units).IsWithheld);
    }

    [Fact]
    public void Window_MadeOfTwoUnits_TellsNotWhatItStartedFrom()
    {
        var units = TestData.AllUnits((unit, place) => place < 2
            ? unit.Baseline(3).Amount("2024Q4", 4).Amount("2025Q1", 1, approved: false)
            : unit.NotApplicable("2025Q1"));

        var rating = ForOneUnit(16, "2025Q1", units);

        AssertWithheld(rating);
        Assert.Null(rating.Target);
    }

    // A change would tell the value before.
    [Fact]
    public void QuarterBeforeNotApproved_KeepsTheChange()
    {
        static IReadOnlyList<UnitCase> Units(bool before) => TestData.AllUnits((unit, place) => place is 0 or 8
            ? unit.Ratio("2024Q4", 30 + place, 100, before).Ratio("2025Q1", 40, 100)
            : unit);

        Assert.Null(ForOneUnit(1, "2025Q1", Units(before: false)).ChangeOnQuarter);
        Assert.NotNull(ForOneUnit(1, "2025Q1", Units(before: true)).ChangeOnQuarter);
    }

    [Theory]
    [InlineData(16, "缺2023年基数：2个单位")]
    [InlineData(12, "缺2024年末数：2个单位")]
    public void LackingUnits_AreCountedNotNamed(int number, string says)
    {
        var units = TestData.AllUnits((unit, place) => number == 16
            ? (place < 2 ? unit : unit.Baseline(1)).Amount("2024Q4", 1).Amount("2025Q4", 1)
            : (place < 2 ? unit : unit.Ratio("2024Q4", 1, 10)).Ratio("2025Q4", 5, 10));

        var told = ForOneUnit(number, "2025Q4", units);
        var known = Rate.City(number, "2025Q4", units);

        Assert.Equal(RagStatus.MissingBaseline, told.State);
        Assert.Contains(says, told.Explanation, StringComparison.Ordinal);
        Assert.All(ShortNames, name => Assert.DoesNotContain(name, told.Explanation, StringComparison.Ordinal));
        Assert.Contains($"{ShortNames[0]}、{ShortNames[1]}", known.Explanation, StringComparison.Ordinal);
    }

    private static IndicatorRating ForOneUnit(int number, string quarter, IReadOnlyList<UnitCase> units) =>
        RatingRules.RateAggregateForReaderOf(1, TestData.Indicator(number), Quarter.Parse(quarter), TestData.CityCode, units);

    private static IReadOnlyList<UnitCase> Central(int number, bool approved) => TestData.AllUnits((unit, place) => number == 8
        ? unit.Water("2025Q1", 100 + place, 85, 0.5m, approved)
        : unit.Ratio("2025Q1", 50 + place, 100, approved));

    private static void AssertWithheld(IndicatorRating rating)
    {
        Assert.True(rating.IsWithheld);
        Assert.All(
            new[]
            {
                rating.Value, rating.Shortfall, rating.ChangeOnQuarter, rating.ChangeOnYear, rating.NeededPerQuarter, rating.YearAmountAtPace,
                rating.Measurement.Uncorrected, rating.Measurement.YearToDate, rating.Measurement.AtYearStart,
            },
            number => Assert.Null(number));
    }

    private static void AssertSame(IndicatorRating expected, IndicatorRating actual) =>
        Assert.Equal(
            (expected.State, expected.Value, expected.Shortfall, expected.Measurement.Uncorrected, expected.Explanation),
            (actual.State, actual.Value, actual.Shortfall, actual.Measurement.Uncorrected, actual.Explanation));
}
