using TestData = Tongliao.GreenDev.TestCommon.TestData;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>
/// The golden table: 21 indicators × 8 quarters, one unit of the last decimal below, at and above both borders, against what is due and tolerated by a
/// reading of the plan of its own, written down by hand. No rule is asked what it expects.
/// </summary>
public sealed class BorderTableTests
{
    private const decimal Whole = 1_000_000m;

    private static readonly string[] Quarters = ["2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4"];

    /// <summary>What is due in each quarter and how far off is still amber, in the indicator's unit; one number where all eight are the same.</summary>
    private static readonly Dictionary<int, (decimal[] Due, decimal[] Tolerated)> Table = new()
    {
        [1] = ([40], [1]),
        [2] = ([25], [1]),
        [3] = ([58, 58, 58, 58, 58.5m, 59, 59.5m, 60], [2]),
        [4] = ([8.1m, 8.1m, 8.1m, 8.1m, 8.125m, 8.15m, 8.175m, 8.2m], [0.2m]),
        [5] = ([97.8m, 97.8m, 97.8m, 97.8m, 97.85m, 97.9m, 97.95m, 98], [0.5m]),
        [6] = ([92, 92, 92, 92, 92.25m, 92.5m, 92.75m, 93], [2]),
        [7] = ([99], [0.5m]),
        [8] = ([10, 10, 10, 10, 9, 9, 9, 9], [1]),
        [9] = ([30, 30, 30, 30, 35, 35, 35, 35], [3]),
        [10] = ([95], [1]),
        [11] = ([90], [3]),
        [12] = ([30, 30, 30, 30, 10, 10, 10, 10], [3]),
        [13] = ([100], [1]),
        [14] = ([50, 50, 50, 50, 62.5m, 75, 87.5m, 100], [10]),
        // 分解指标 of 4 and 10: 5, 40, 80, 100 % of 4, then of the 6 from 4 to 10; a tenth of the target, at most half of what was to be added.
        [15] = ([0.2m, 1.6m, 3.2m, 4, 4.3m, 6.4m, 8.8m, 10], [0.1m, 0.4m, 0.4m, 0.4m, 0.15m, 1, 1, 1]),
        // 6 in 2024 alone; 12 since 2023, of which 5 stood before 2025.
        [16] = ([0.3m, 2.4m, 4.8m, 6, 5.35m, 7.8m, 10.6m, 12], [0.15m, 0.6m, 0.6m, 0.6m, 0.175m, 1.2m, 1.2m, 1.2m]),
        [17] = ([30], [5]),
        [18] = ([30], [5]),
        [19] = ([25, 25, 25, 25, 30, 30, 30, 30], [5]),
        // 6 and 12.
        [20] = ([0.3m, 2.4m, 4.8m, 6, 6.3m, 8.4m, 10.8m, 12], [0.15m, 0.6m, 0.6m, 0.6m, 0.15m, 1.2m, 1.2m, 1.2m]),
        [21] = ([15, 15, 15, 15, 30, 30, 30, 30], [5]),
    };

    public static TheoryData<int, string> Cells => new(from number in Table.Keys from quarter in Quarters select (number, quarter));

    [Theory]
    [MemberData(nameof(Cells))]
    public void Light_AroundBothBorders_IsThatOfTheTable(int number, string quarter)
    {
        var place = Array.IndexOf(Quarters, quarter);
        var (due, tolerated) = (At(Table[number].Due, place), At(Table[number].Tolerated, place));
        if (number == 12 && place is >= 4 and < 7)
        {
            Assert.All([-1, 0, 1], step => Assert.Equal(RagStatus.NotDue, Rated(number, quarter, due, step)));
            return;
        }

        // More than 99 is not met by 99.
        var atTheBorder = number == 7 ? RagStatus.Amber : RagStatus.Green;
        Assert.Equal([RagStatus.Amber, atTheBorder, RagStatus.Green], Around(number, quarter, due));
        Assert.Equal([RagStatus.Red, RagStatus.Amber, RagStatus.Amber], Around(number, quarter, number == 8 ? due + tolerated : due - tolerated));
    }

    private static decimal At(decimal[] byQuarter, int place) => byQuarter.Length == 1 ? byQuarter[0] : byQuarter[place];

    private static IEnumerable<RagStatus> Around(int number, string quarter, decimal border) =>
        new[] { -1, 0, 1 }.Select(step => Rated(number, quarter, border, step));

    /// <summary>The light of a value on a border, or one unit of the last decimal worse (−1) or better (1).</summary>
    private static RagStatus Rated(int number, string quarter, decimal border, int step)
    {
        var isLater = quarter.StartsWith("2025", StringComparison.Ordinal);
        var unit = Rate.Central();
        unit = number switch
        {
            8 => unit.Water(quarter, Whole, (Whole * (100 - border) / 100) + (step * 0.0001m), 0),
            4 => unit.Ratio(quarter, (border * 100_000) + (step * 0.0001m), 100_000),
            12 when isLater => unit.Ratio("2024Q4", Whole * 0.3m, Whole).Ratio(quarter, (Whole * (30 + border) / 100) + step, Whole),
            2 or 3 or 12 or 14 => unit.Ratio(quarter, (Whole * border / 100) + step, Whole),
            15 => Built(unit.Target(2024, 4).Target(2025, 10).Baseline(0), 3),
            20 => Built(unit.Target(2024, 6).Target(2025, 12), 3),
            16 => Built(unit.Target(2024, 6).Target(2025, 12).Baseline(2), 3, isLater ? 5 : 0),
            _ => unit.Ratio(quarter, (Whole * border / 100) + (step * 0.0001m), Whole),
        };
        return Rate.Unit(number, quarter, unit).State;

        UnitCaseBuilder Built(UnitCaseBuilder of, decimal in2024, decimal? before = null) =>
            (isLater ? of.Amount("2024Q4", in2024) : of).Amount(quarter, border - (before ?? (isLater ? in2024 : 0)) + (step * 0.0001m));
    }
}
