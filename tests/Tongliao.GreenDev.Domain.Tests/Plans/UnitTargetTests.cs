namespace Tongliao.GreenDev.Domain.Tests.Plans;

/// <summary>Which 分解指标 is in force.</summary>
public sealed class UnitTargetTests
{
    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", 5)]
    [InlineData("2024-05-31", 5)]
    [InlineData("2024-06-01", 6)]
    [InlineData("2030-01-01", 6)]
    public void InForce_IsTheLatestOnOrBeforeTheDay(string day, int? expected)
    {
        UnitTarget[] targets = [Target(2024, 6, "2024-06-01"), Target(2024, 5, "2024-01-01"), Target(2025, 9, "2024-01-01")];

        var found = UnitTarget.InForce(targets, 2024, Day(day));

        Assert.Equal(expected, (int?)found?.Value);
    }

    // A corrected document with the same date replaces the one entered before it.
    [Fact]
    public void InForce_SameDay_IsTheLaterEntered() =>
        Assert.Equal(6, UnitTarget.InForce([Target(2024, 5, "2024-01-01"), Target(2024, 6, "2024-01-01")], 2024, Day("2024-03-31"))!.Value);

    [Theory]
    [InlineData(1, 2, 6)]
    [InlineData(2, 1, 5)]
    public void InForce_SameDayStored_IsTheLaterVersionInAnyOrder(int first, int second, int expected) =>
        Assert.Equal(
            expected,
            UnitTarget.InForce([Target(2024, 5, "2024-01-01", version: first), Target(2024, 6, "2024-01-01", version: second)], 2024, Day("2024-03-31"))!.Value);

    [Fact]
    public void InForce_None_IsNull() => Assert.Null(UnitTarget.InForce([], 2024, Day("2024-03-31")));

    [Theory]
    [InlineData("2023-12-01", "2024Q1,2024Q2,2024Q3,2024Q4")]
    [InlineData("2024-03-31", "2024Q1,2024Q2,2024Q3,2024Q4")] // the report date itself
    [InlineData("2024-04-01", "2024Q2,2024Q3,2024Q4")]
    [InlineData("2024-12-31", "2024Q4")]
    [InlineData("2025-01-01", "")]
    public void AppliesTo_AreTheQuartersThatEndOnOrAfterItsDay(string from, string expected)
    {
        var target = Target(2024, 6, from);

        Assert.Equal(expected, string.Join(',', target.AppliesTo([Target(2025, 9, "2024-01-01"), target], NoneLocked)));
        Assert.Equal(expected.Length > 0, Day(from) <= TargetQuarters.LastEffectiveDay(2024));
    }

    [Fact]
    public void AppliesTo_OthersBeginLater_OnlyUntilTheyDo()
    {
        var first = Target(2024, 5, "2024-01-01");
        var second = Target(2024, 6, "2024-08-15");
        var third = Target(2024, 7, "2024-07-01");
        UnitTarget[] all = [first, second, third];

        Assert.Equal(["2024Q1", "2024Q2"], first.AppliesTo(all, NoneLocked).Select(quarter => quarter.ToString()));
        Assert.Equal(["2024Q3", "2024Q4"], second.AppliesTo(all, NoneLocked).Select(quarter => quarter.ToString()));
        Assert.Empty(third.AppliesTo(all, NoneLocked));
    }

    [Fact]
    public void AppliesTo_RecordedAfterALock_NotToTheLockedQuarters()
    {
        var first = Target(2024, 5, "2024-01-01", "2024-01-10");
        var second = Target(2024, 6, "2024-01-01", "2024-08-10");
        UnitTarget[] all = [first, second];
        DateTimeOffset? LockOf(Quarter quarter) => quarter.Number == 1 ? At("2024-04-20") : quarter.Number == 2 ? At("2024-08-10") : null;

        Assert.Equal(["2024Q1"], first.AppliesTo(all, LockOf).Select(quarter => quarter.ToString()));
        Assert.Equal(["2024Q2", "2024Q3", "2024Q4"], second.AppliesTo(all, LockOf).Select(quarter => quarter.ToString()));
    }

    private static DateTimeOffset? NoneLocked(Quarter quarter) => null;

    private static DateTimeOffset At(string day) => new(Day(day), TimeOnly.MinValue, TimeSpan.Zero);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static UnitTarget Target(int year, decimal value, string from, string recorded = "2023-12-01", int version = 0) => new()
    {
        UnitId = 1,
        IndicatorId = 1,
        Year = year,
        Value = value,
        Document = "通住建发〔2024〕1号",
        EffectiveFrom = Day(from),
        Recorded = new Recording(At(recorded), ById: null, "市住建局"),
        Version = version,
    };
}
