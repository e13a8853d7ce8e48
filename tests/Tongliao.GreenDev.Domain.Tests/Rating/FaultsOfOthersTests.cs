using Tongliao.GreenDev.Domain.Numbers;
using TestData = Tongliao.GreenDev.TestCommon.TestData;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>What other scorecards get wrong.</summary>
public sealed class FaultsOfOthersTests
{
    // Rounded to a whole number before it is compared, 24.99999 would be 25 and green.
    [Fact]
    public void Value_IsNotRoundedBeforeItIsCompared() =>
        Assert.Equal(RagStatus.Amber, Rate.Unit(2, "2024Q1", Rate.Central().Ratio("2024Q1", 2499999, 10000000)).State);

    // Bands of [24, 25) and [25, …) that meet half-open lose what lies on a border, or have it twice.
    [Fact]
    public void Bands_EveryValueHasExactlyOneLight()
    {
        var states = Enumerable.Range(0, 501).Select(place => Rate.Unit(2, "2024Q1", Rate.Central().Ratio("2024Q1", 200 + place, 1000)).State).ToList();

        // 20.0 … 23.9 red, 24.0 … 24.9 amber, 25.0 and more green.
        Assert.Equal([(RagStatus.Red, 40), (RagStatus.Amber, 10), (RagStatus.Green, 451)], states.GroupBy(state => state).Select(group => (group.Key, group.Count())));
    }

    // 10 % of 1,000 and 90 % of 100 are 190 of 1,100, not 50 %.
    [Fact]
    public void City_IsNoMeanOfPercentages()
    {
        var units = TestData.AllUnits((unit, place) => place == 0 ? unit.Ratio("2024Q1", 100, 1000) : unit.Ratio("2024Q1", 90, 100));

        Assert.Equal(new Rational(820 * 100, 1800), Rate.City(2, "2024Q1", units).Value);
        var two = TestData.AllUnits((unit, place) => place switch { 0 => unit.Ratio("2024Q1", 100, 1000), 1 => unit.Ratio("2024Q1", 90, 100), _ => unit.NotApplicable("2024Q1") });
        Assert.Equal(new Rational(190 * 100, 1100), Rate.City(2, "2024Q1", two).Value);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 0)]
    public void Ratio_WithoutADenominator_IsNotAHundred(int numerator, int denominator)
    {
        var rating = Rate.Unit(2, "2024Q1", Rate.Central().Ratio("2024Q1", numerator, denominator));

        Assert.Equal(RagStatus.NotReported, rating.State);
        Assert.Null(rating.Value);
    }

    // A target of nothing is met by nothing, and is no small number that is divided by.
    [Theory]
    [InlineData(0, RagStatus.Green)]
    [InlineData(1, RagStatus.Green)]
    public void Target_OfZero_StaysZero(int amount, RagStatus expected)
    {
        var rating = Rate.Unit(20, "2024Q4", Rate.Central().Target(2024, 0).Amount("2024Q4", amount));

        Assert.Equal(expected, rating.State);
        Assert.Equal(Rational.Zero, rating.Target!.Expected);
        Assert.Equal(Rational.Zero, rating.Target.Tolerance);
    }

    // A threshold changed later in the year leaves the quarters before it as they are.
    [Fact]
    public void Target_ChangedLater_DoesNotRepaintWhatWas()
    {
        var unit = Rate.Central().Target(2024, 20, "2023-12-01").Target(2024, 30, "2024-07-01").Ratio("2024Q2", 21, 100).Ratio("2024Q3", 21, 100);

        Assert.Equal(RagStatus.Green, Rate.Unit(2, "2024Q2", unit).State);
        Assert.Equal(RagStatus.Red, Rate.Unit(2, "2024Q3", unit).State);
    }
}
