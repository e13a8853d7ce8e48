using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck.Fluent;
using static Tongliao.GreenDev.Domain.Tests.Rating.GeneratedCases;
using TestData = Tongliao.GreenDev.TestCommon.TestData;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>What must hold of every rating, whatever is reported.</summary>
public sealed partial class RatingPropertyTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 21)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void BetterValue_NeverGetsAWorseLight(int number)
    {
        var indicator = TestData.Indicator(number);
        Properties.Check(
            from quarter in Quarters
            from earlier in Inputs(indicator, quarter)
            from two in Inputs(indicator, quarter).Two()
            select (quarter, earlier, two),
            t =>
            {
                var first = Rated(indicator, t.quarter, t.earlier, t.two.Item1);
                var second = Rated(indicator, t.quarter, t.earlier, t.two.Item2);
                if (!first.State.IsLight())
                {
                    Assert.Equal(RagStatus.NotDue, first.State);
                    return;
                }

                var firstIsBetter = number == 8 ? first.Value <= second.Value : first.Value >= second.Value;
                var (better, worse) = firstIsBetter ? (first, second) : (second, first);
                Assert.True(better.State <= worse.State, $"{better.Explanation} / {worse.Explanation}");
                Assert.True(better.Shortfall <= worse.Shortfall);
            });
    }

    // A county that built more in 2024 starts higher in 2025; that must not cost it its light.
    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(20)]
    public void MoreBuiltInTheYearBefore_NeverGetsAWorseLight(int number) =>
        Properties.Check(
            from quarter in Quarters.Where(q => q.StartsWith("2025", StringComparison.Ordinal))
            from own in Gen.Choose(1, 12)
            from before in Gen.Choose(0, 120)
            from more in Gen.Choose(0, 60)
            from now in Gen.Choose(0, 120)
            select (quarter, own, before, more, now),
            t =>
            {
                IndicatorRating With(decimal year2024) => Rate.Unit(
                    number, t.quarter, Rate.Central().Target(2025, t.own).Baseline(1).Amount("2024Q4", year2024).Amount(t.quarter, t.now / 10m));

                var less = With(t.before / 10m);
                var more = With((t.before + t.more) / 10m);
                Assert.True(more.State <= less.State, $"{more.Explanation} / {less.Explanation}");
            });

    [Theory]
    [MemberData(nameof(Numbers))]
    public void DisplayRounding_NeverChangesALight(int number)
    {
        var indicator = TestData.Indicator(number);
        Properties.Check(
            from quarter in Quarters
            from earlier in Inputs(indicator, quarter)
            from now in Inputs(indicator, quarter)
            from decimals in Gen.Choose(0, 4)
            select (quarter, earlier, now, decimals),
            t =>
            {
                var rating = Rated(indicator, t.quarter, t.earlier, t.now);
                var other = Rated(TestData.Indicator(number, displayDecimals: t.decimals), t.quarter, t.earlier, t.now);
                Assert.Equal(rating.State, other.State);
                Assert.Equal(rating.Value, other.Value);
                Assert.Equal(rating.Shortfall, other.Shortfall);
            },
            runs: 150);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void City_IsTheSameInWhateverOrderTheUnitsCome(int number)
    {
        var indicator = TestData.Indicator(number);
        Properties.Check(
            from quarter in Quarters
            from units in Gen.CollectToList(TestData.UnitCodes, code => AnyCase(indicator, code, quarter))
            from order in Gen.Shuffle(units.ToArray())
            select (quarter, units, order),
            t =>
            {
                var straight = Rate.City(number, t.quarter, t.units);
                var shuffled = Rate.City(number, t.quarter, t.order);
                Assert.Equal(straight.State, shuffled.State);
                Assert.Equal(straight.Value, shuffled.Value);
                Assert.Equal(straight.Shortfall, shuffled.Shortfall);
                Assert.Equal(straight.ChangeOnQuarter, shuffled.ChangeOnQuarter);
                Assert.Equal(straight.IsProvisional, shuffled.IsProvisional);
            },
            runs: 100);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(18)]
    public void ScalingBothParts_ChangesNothing(int number)
    {
        var indicator = TestData.Indicator(number);
        Properties.Check(
            from quarter in Quarters
            from earlier in Inputs(indicator, quarter)
            from now in Inputs(indicator, quarter)
            from factor in Gen.Choose(1, 1000)
            select (quarter, earlier, now, factor),
            t =>
            {
                var scaled = t.now.Inputs! with { Numerator = t.now.Inputs.Numerator * t.factor, Denominator = t.now.Inputs.Denominator * t.factor };
                var rating = Rated(indicator, t.quarter, t.earlier, t.now);
                var other = Rated(indicator, t.quarter, t.earlier, t.now with { Inputs = scaled });
                Assert.Equal(rating.State, other.State);
                Assert.Equal(rating.Value, other.Value);
                Assert.Equal(rating.Explanation, other.Explanation);
            });
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Explanation_IsNeverEmptyAndNeverEnglish(int number)
    {
        var indicator = TestData.Indicator(number);
        Properties.Check(
            from quarter in Quarters
            from units in Gen.CollectToList(TestData.UnitCodes, code => AnyCase(indicator, code, quarter))
            select (quarter, units),
            t =>
            {
                var ratings = t.units.Select(unit => RatingRules.RateUnit(indicator, Quarter.Parse(t.quarter), unit))
                    .Append(Rate.City(number, t.quarter, t.units));
                foreach (var text in ratings.Select(rating => rating.Explanation))
                {
                    Assert.EndsWith("。", text, StringComparison.Ordinal);
                    Assert.DoesNotMatch("[A-Za-z]|。。|，，|，。|--|  ", text.Replace("CJJ", "", StringComparison.Ordinal));
                }
            },
            runs: 60);
    }

    // What is read out must bear out the verdict: 差 beyond the tolerance when red, within it when amber, the value on the right side when green.
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Explanation_NumbersBearOutTheVerdict(int number)
    {
        var indicator = TestData.Indicator(number);
        Properties.Check(
            from quarter in Quarters
            from earlier in Inputs(indicator, quarter)
            from now in Inputs(indicator, quarter)
            select (quarter, earlier, now),
            t =>
            {
                var rating = Rated(indicator, t.quarter, t.earlier, t.now);
                if (!rating.State.IsLight())
                {
                    return;
                }

                var met = rating.State == RagStatus.Green;
                var (value, expected) = (Said(Spoken().Match(rating.Explanation)), Said(Due().Match(rating.Explanation)));
                Assert.True(met == SaidMet(rating.Target!.Comparison, value, expected), rating.Explanation);
                var gap = Gap().Match(rating.Explanation);
                if (gap.Success)
                {
                    var within = decimal.Parse(gap.Groups[1].Value, CultureInfo.InvariantCulture) <= decimal.Parse(gap.Groups[2].Value, CultureInfo.InvariantCulture);
                    Assert.True((rating.State == RagStatus.Amber) == within, rating.Explanation);
                }
            });
    }

    private static bool SaidMet(Comparison comparison, decimal value, decimal expected) => comparison switch
    {
        Comparison.AtLeast => value >= expected,
        Comparison.MoreThan => value > expected,
        Comparison.AtMost => value <= expected,
    };

    private static decimal Said(Match match)
    {
        Assert.True(match.Success);
        var number = decimal.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        return match.Groups[1].Value == "下降" ? -number : number;
    }

    /// <summary>A unit that has everything its indicator needs.</summary>
    private static IndicatorRating Rated(Indicator indicator, string quarter, ReportedFigure earlier, ReportedFigure now) =>
        Rate.Unit(indicator, quarter, Full(Rate.Central(), indicator).Reported("2024Q4", earlier).Reported(quarter, now));

    [GeneratedRegex("^.季度(?:2023年以来累计|本年累计|累计|较上年末(提高|下降))?(-?[0-9.]+)")]
    private static partial Regex Spoken();

    [GeneratedRegex("，(应达|应不高于|须超过|应提高)([0-9.]+)")]
    private static partial Regex Due();

    [GeneratedRegex("(?:差|高出)([0-9.]+)[^，]*，(?:在|超过)预警容差([0-9.]+)")]
    private static partial Regex Gap();
}
