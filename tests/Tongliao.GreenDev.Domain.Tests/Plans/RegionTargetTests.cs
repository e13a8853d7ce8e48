namespace Tongliao.GreenDev.Domain.Tests.Plans;

/// <summary>Which 分解指标 is in force.</summary>
public sealed class RegionTargetTests
{
    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", 5)]
    [InlineData("2024-05-31", 5)]
    [InlineData("2024-06-01", 6)]
    [InlineData("2030-01-01", 6)]
    public void InForce_IsTheLatestOnOrBeforeTheDay(string day, int? expected)
    {
        RegionTarget[] targets = [Target(2024, 6, "2024-06-01"), Target(2024, 5, "2024-01-01"), Target(2025, 9, "2024-01-01")];

        var found = RegionTarget.InForce(targets, 2024, Day(day));

        Assert.Equal(expected, (int?)found?.Value);
    }

    // A corrected document with the same date replaces the one entered before it.
    [Fact]
    public void InForce_SameDay_IsTheLaterEntered() =>
        Assert.Equal(6, RegionTarget.InForce([Target(2024, 5, "2024-01-01"), Target(2024, 6, "2024-01-01")], 2024, Day("2024-03-31"))!.Value);

    [Fact]
    public void InForce_None_IsNull() => Assert.Null(RegionTarget.InForce([], 2024, Day("2024-03-31")));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static RegionTarget Target(int year, decimal value, string from) =>
        new() { UnitId = 1, IndicatorId = 1, Year = year, Value = value, Document = "通住建发〔2024〕1号", EffectiveFrom = Day(from) };
}
