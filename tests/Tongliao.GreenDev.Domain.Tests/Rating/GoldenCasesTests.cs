using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>The worked cases of the rating rules (§6), number by number.</summary>
public sealed class GoldenCasesTests
{
    private static readonly Dictionary<string, GoldenCase> Cases = new()
    {
        // A strict > missed by equality: nothing short, and yet not met.
        ["#7 99.00"] = new(7, "2024Q1", u => u.Ratio("2024Q1", 9900, 10000), 99m, "99.00", 99m, 0m, 0.5m, RagStatus.Amber),
        // Displayed like the case above, but above it: the light follows the exact number.
        ["#7 99.001"] = new(7, "2024Q1", u => u.Ratio("2024Q1", 99001, 100000), 99.001m, "99.00", 99m, 0m, 0.5m, RagStatus.Green),
        // Rounds to 30.0 and still is not 30.
        ["#18 29.96"] = new(18, "2025Q2", u => u.Ratio("2025Q2", 2996, 10000), 29.96m, "30.0", 30m, 0.04m, 5m, RagStatus.Amber),
        // (1000 − 890) / 1000 × 100 − 1.5: the corrected rate is rated; lower is better.
        ["#8 9.5"] = new(8, "2025Q4", u => u.Water("2025Q4", 1000, 890, 1.5m), 9.5m, "9.50", 9m, 0.5m, 1m, RagStatus.Amber),
        ["#8 10.5"] = new(8, "2025Q4", u => u.Water("2025Q4", 1000, 880, 1.5m), 10.5m, "10.50", 9m, 1.5m, 1m, RagStatus.Red),
        // Half of the way from 8.1 to 8.2 is due by the second quarter.
        ["#4 8.15"] = new(4, "2025Q2", u => u.Ratio("2025Q2", 815, 100), 8.15m, "8.15", 8.15m, 0m, 0.2m, RagStatus.Green),
        // A binary double gives 57.99….
        ["#3 58"] = new(3, "2024Q1", u => u.Ratio("2024Q1", 58, 100), 58m, "58.0", 58m, 0m, 2m, RagStatus.Green),
        // 25/30 − 11/15 is exactly one tenth; decimals give 9.99…97.
        ["#12 11/15 to 25/30"] = new(12, "2025Q4", u => u.Ratio("2024Q4", 11, 15).Ratio("2025Q4", 25, 30), 10m, "10.0", 10m, 0m, 3m, RagStatus.Green),
        // 5 % of 6 is due; amber ends at half of that, not at a tenth of the target (0.6).
        ["#20 0.1"] = new(20, "2024Q1", u => u.Target(2024, 6).Amount("2024Q1", 0.1m), 0.1m, "0.10", 0.3m, 0.2m, 0.15m, RagStatus.Red),
        ["#20 0.2"] = new(20, "2024Q1", u => u.Target(2024, 6).Amount("2024Q1", 0.2m), 0.2m, "0.20", 0.3m, 0.1m, 0.15m, RagStatus.Amber),
        ["#12 30 to 40"] = new(12, "2025Q4", u => u.Ratio("2024Q4", 30, 100).Ratio("2025Q4", 40, 100), 10m, "10.0", 10m, 0m, 3m, RagStatus.Green),
        // The increase is judged at the year's end only, and shown before.
        ["#12 in Q3"] = new(12, "2025Q3", u => u.Ratio("2024Q4", 30, 100).Ratio("2025Q3", 37, 100), 7m, "7.0", null, null, null, RagStatus.NotDue),
        ["#12 without 2024"] = new(12, "2025Q4", u => u.Ratio("2025Q4", 40, 100), null, "", null, null, null, RagStatus.MissingBaseline),
        // Nothing newly built is neither 0 % nor red.
        ["#19 0/0"] = new(19, "2024Q1", u => u.Ratio("2024Q1", 0, 0), null, "", null, null, null, RagStatus.NotApplicable),
        // Sums are not judged against the city's target.
        ["#15 without 分解指标"] = new(15, "2024Q3", u => u.Amount("2024Q3", 0.6m), 0.6m, "0.60", null, null, null, RagStatus.NoTarget),
        // 50 + (100 − 50) × 2/4.
        ["#14 30/40"] = new(14, "2025Q2", u => u.Ratio("2025Q2", 30, 40), 75m, "75.0", 75m, 0m, 10m, RagStatus.Green),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void RateUnit_WorkedCase_GivesValueExpectedAndState(string name)
    {
        var golden = Cases[name];
        AssertGolden(golden, Rate.Unit(golden.Indicator, golden.Quarter, golden.Fill(Rate.Central())));
    }

    // A unit outside 市中心城区 reports for information.
    [Fact]
    public void RateUnit_OutsideCentralUrban_IsReferenceWithValue()
    {
        var rating = Rate.Unit(1, "2024Q4", Rate.Outside().Ratio("2024Q4", 30, 100));

        AssertGolden(new(1, "2024Q4", u => u, 30m, "30.0", null, null, null, RagStatus.Reference), rating);
    }

    [Fact]
    public void RateUnit_NothingNewlyBuilt_SaysSoItself() =>
        Assert.Equal("本期无新建项目", Rate.Unit(19, "2024Q1", Rate.Central().Ratio("2024Q1", 0, 0)).Measurement.Reason);

    // 20 of 2023, 20 of 2024 and 20 of 2025 are 60; nothing is left to be added, so nothing may be missing.
    [Fact]
    public void RateAggregate_ThreeYearsOfTwenty_MeetsTheWindow()
    {
        var units = TestData.AllUnits((unit, place) => place == 0
            ? unit.Baseline(20).Amount("2024Q4", 20).Amount("2025Q4", 20)
            : unit.Baseline(0).Amount("2024Q4", 0).Amount("2025Q4", 0));

        // Tolerance: 10 points of 60 are 6, and half of 60 − 40 is 10.
        AssertGolden(new(16, "2025Q4", u => u, 60m, "60.00", 60m, 0m, 6m, RagStatus.Green), Rate.City(16, "2025Q4", units));
    }

    private static void AssertGolden(GoldenCase golden, IndicatorRating rating)
    {
        Assert.Equal(golden.State, rating.State);
        Assert.Equal(Exact(golden.Value), rating.Value);
        Assert.Equal(golden.Displayed, rating.Displayed);
        Assert.Equal(Exact(golden.Expected), rating.Target?.Expected);
        Assert.Equal(Exact(golden.Shortfall), rating.Shortfall);
        Assert.Equal(Exact(golden.Tolerance), rating.Target?.Tolerance);
    }

    private static Rational? Exact(decimal? value) => value is { } number ? (Rational)number : null;

    private sealed record GoldenCase(
        int Indicator,
        string Quarter,
        Func<UnitCaseBuilder, UnitCaseBuilder> Fill,
        decimal? Value,
        string Displayed,
        decimal? Expected,
        decimal? Shortfall,
        decimal? Tolerance,
        RagStatus State);
}
