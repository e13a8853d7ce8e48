using FsCheck;
using FsCheck.Fluent;
using TestData = Tongliao.GreenDev.TestCommon.TestData;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>The cheapest way of a whole to green: nobody finds a cheaper one, nor one of fewer units at that price.</summary>
public sealed class CheapestWayTests
{
    private const decimal Step = 0.0001m;

    private static readonly string[] Codes = [.. TestData.UnitCodes.Take(4)];

    [Fact]
    public void Way_CountedThings_IsOneThatNobodyBeats() => Properties.Check(
        Four(
            from denominator in Gen.Choose(1, 6)
            from numerator in Gen.Choose(0, denominator)
            select (Func<UnitCaseBuilder, UnitCaseBuilder>)(unit => unit.Ratio("2024Q2", numerator, denominator))),
        units => ProveCheapest(TestData.Indicator(3), "2024Q2", units, 1));

    [Fact]
    public void Way_Areas_IsOneThatNobodyBeats() => Properties.Check(
        Four(
            from denominator in Gen.Choose(1, 6)
            from numerator in Gen.Choose(0, denominator)
            select (Func<UnitCaseBuilder, UnitCaseBuilder>)(unit => unit.Ratio("2024Q2", numerator * Step, denominator * Step))),
        units => ProveCheapest(TestData.Indicator(10), "2024Q2", units, Step));

    // The corrections differ, and with them what a cubic metre does.
    [Fact]
    public void Way_WaterLoss_IsOneThatNobodyBeats() => Properties.Check(
        Four(
            from billed in Gen.Choose(0, 9)
            from lost in Gen.Choose(0, 4)
            from correction in Gen.Elements(-10m, -2.5m, 0m, 3m, 10m)
            where billed + lost > 0
            select (Func<UnitCaseBuilder, UnitCaseBuilder>)(unit => unit.Water("2024Q2", (billed + lost) * Step, billed * Step, correction))),
        units => ProveCheapest(TestData.Indicator(8) with { CityScope = CityScope.AllUnits }, "2024Q2", units, Step));

    // Who was not there at the year's end before adds nothing.
    [Fact]
    public void Way_Increase_IsOneThatNobodyBeats() => Properties.Check(
        Four(
            from denominator in Gen.Choose(1, 5)
            from before in Gen.Choose(0, denominator)
            from now in Gen.Choose(before, denominator)
            from isNew in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (Func<UnitCaseBuilder, UnitCaseBuilder>)(unit =>
                (isNew ? unit.NotApplicable("2024Q4") : unit.Ratio("2024Q4", before, denominator)).Ratio("2025Q4", now, denominator))),
        units => ProveCheapest(TestData.Indicator(12), "2025Q4", units, 1));

    [Fact]
    public void Way_Sum_IsOneThatNobodyBeats() => Properties.Check(
        Four(from amount in Gen.Choose(0, 3) select (Func<UnitCaseBuilder, UnitCaseBuilder>)(unit => unit.Amount("2024Q4", amount * Step))),
        units => ProveCheapest(
            TestData.Indicator(20, targets: [new IndicatorTarget(2024, 8 * Step, Comparison.AtLeast, TargetBasis.Cumulative, null, "≥")]) with { HardRange = new ValueRange(0, 4 * Step) },
            "2024Q4", units, Step));

    // 20 of 100 villages and 25 are due: 5 more. Nobody can do them alone before 科左后旗, and two of the others could.
    [Fact]
    public void Way_OneUnitCan_IsTheFirstThatCanAlone()
    {
        var units = TestData.AllUnits((unit, place) => place switch
        {
            0 => unit.Ratio("2024Q2", 6, 8),
            1 => unit.Ratio("2024Q2", 6, 9),
            2 => unit.Ratio("2024Q2", 4, 40),
            3 => unit.Ratio("2024Q2", 4, 43),
            _ => unit.NotApplicable("2024Q2"),
        });

        var way = WayOf(TestData.Indicator(2), "2024Q2", units)!;

        Assert.Equal([("科左后旗", 5m)], way.Work!.Select(work => (work.UnitName, work.Amount)));
        Assert.Equal("科左后旗5个", way.Words.Shares);
        Assert.Equal("还差5个", way.Words.Brief);
    }

    [Fact]
    public void Way_TheWholeIsNotComplete_IsNone() =>
        Assert.Null(WayOf(TestData.Indicator(2), "2024Q2", TestData.AllUnits((unit, place) => place == 0 ? unit : unit.Ratio("2024Q2", 1, 10))));

    // As many as a league has: the search does not try every subset.
    [Fact]
    public void Way_OfAHundredUnits_IsFoundQuickly()
    {
        var units = Enumerable.Range(0, 103).Select(place => new UnitCaseBuilder($"u{place:000}", $"第{place}", isCentralUrban: true)
            .Water("2024Q2", 1000 + place, 880 + (place % 7), (place % 9) - 4).Build()).ToList();
        var started = System.Diagnostics.Stopwatch.StartNew();

        var way = GapToGreen.Of(TestData.Indicator(8), Quarter.Parse("2024Q2"), RatedCase.OfAggregate("15", units), LightGoal.Expected)!;

        Assert.NotEmpty(way.Work!);
        Assert.True(started.Elapsed < TimeSpan.FromMinutes(1), started.Elapsed.ToString());
    }

    private static GapToGreen? WayOf(Indicator indicator, string quarter, IReadOnlyList<UnitCase> units) =>
        GapToGreen.Of(indicator, Quarter.Parse(quarter), RatedCase.OfAggregate(TestData.CityCode, units), LightGoal.Expected);

    private static Gen<IReadOnlyList<UnitCase>> Four(Gen<Func<UnitCaseBuilder, UnitCaseBuilder>> fill) =>
        from fills in fill.ListOf(Codes.Length)
        select (IReadOnlyList<UnitCase>)[.. Codes.Select((code, place) => fills[place](TestData.Unit(code)).Build())];

    private static void ProveCheapest(Indicator indicator, string quarter, IReadOnlyList<UnitCase> units, decimal step)
    {
        var way = WayOf(indicator, quarter, units);
        if (way is null)
        {
            Assert.Equal(RagStatus.Green, RatingRules.RateAggregate(indicator, Quarter.Parse(quarter), TestData.CityCode, units).State);
            return;
        }

        var best = Everything(indicator, Quarter.Parse(quarter), units, step)
            .Where(work => RatingRules.RateAggregate(indicator, Quarter.Parse(quarter), TestData.CityCode, After(work, units, indicator, Quarter.Parse(quarter), step)).State == RagStatus.Green)
            .OrderBy(work => work.Sum()).ThenBy(work => work.Count(share => share > 0))
            .ThenBy(work => string.Concat(work.Select((share, place) => share > 0 ? place.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")), StringComparer.Ordinal)
            .FirstOrDefault();
        Assert.Equal(best?.Sum() * step, way.Amount);
        Assert.Equal(
            best?.Select((share, place) => (share, units[place].UnitCode)).Where(share => share.share > 0).Select(share => share.UnitCode), way.Work?.Select(work => work.UnitCode));
        if (way.Work is { } found)
        {
            var steps = units.Select(unit => (int)((found.FirstOrDefault(work => work.UnitCode == unit.UnitCode)?.Amount ?? 0) / step)).ToArray();
            Assert.Equal(RagStatus.Green, RatingRules.RateAggregate(indicator, Quarter.Parse(quarter), TestData.CityCode, After(steps, units, indicator, Quarter.Parse(quarter), step)).State);
        }
    }

    /// <summary>Every way to share out work that leaves numbers which may be typed.</summary>
    private static IEnumerable<int[]> Everything(Indicator indicator, Quarter quarter, IReadOnlyList<UnitCase> units, decimal step) =>
        units.Aggregate<UnitCase, IEnumerable<int[]>>([[]], (ways, unit) =>
        {
            var shares = Enumerable.Range(0, 10).Where(share => share == 0
                || ValueChecks.Errors(indicator, Moved(indicator, unit.FigureOf(quarter)!.Inputs!, share * step)).Count == 0).ToList();
            return ways.SelectMany(way => shares.Select(share => (int[])[.. way, share])).ToList();
        });

    private static List<UnitCase> After(int[] work, IReadOnlyList<UnitCase> units, Indicator indicator, Quarter quarter, decimal step) =>
        [.. units.Select((unit, place) => unit.With(quarter, unit.FigureOf(quarter)! with { Inputs = Moved(indicator, unit.FigureOf(quarter)!.Inputs!, work[place] * step) }))];

    private static ReportedInputs Moved(Indicator indicator, ReportedInputs inputs, decimal by) => indicator.Kind switch
    {
        MeasureKind.Sum => inputs with { Amount = inputs.Amount + by },
        MeasureKind.WaterLoss => inputs with { Supplied = inputs.Supplied - by },
        _ => inputs with { Numerator = inputs.Numerator + by },
    };
}
