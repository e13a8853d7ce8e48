using System.Globalization;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>Slips put at random into eight clean quarters: how many of them the checks notice, and how often they ask about what is right.</summary>
public sealed class SeededSlipTests(ITestOutputHelper output)
{
    private const int Seed = 20231104;
    private const int Histories = 100;

    [Fact]
    public void Slips_OfEveryKind_AreNoticed()
    {
        var random = new Random(Seed);
        var (made, noticed) = (new Dictionary<Slip, int>(), new Dictionary<Slip, int>());
        foreach (var value in Values(random))
        {
            foreach (var slip in Slip.All)
            {
                if (slip.Make(new Slip.Typist(random, value.Indicator, value.Quarter, value.Inputs, value.Before, value.Beside)) is { } wrong)
                {
                    made[slip] = made.GetValueOrDefault(slip) + 1;
                    noticed[slip] = noticed.GetValueOrDefault(slip) + (Codes(value with { Inputs = wrong, Before = slip.IsFirst ? [] : value.Before }).Any() ? 1 : 0);
                }
            }
        }

        foreach (var slip in Slip.All)
        {
            output.WriteLine(Line(noticed[slip], made[slip], slip.Name));
        }

        output.WriteLine(Line(noticed.Values.Sum(), made.Values.Sum(), "all"));
        Assert.All(Slip.All, slip => Assert.True(100 * noticed[slip] >= made[slip] * slip.LeastNoticed, $"{slip}: {noticed[slip]} of {made[slip]}"));
        Assert.True(100 * noticed.Values.Sum() >= 95 * made.Values.Sum());
    }

    [Fact]
    public void WholeReports_OfLastQuarter_AreAskedOnce()
    {
        var random = new Random(Seed);
        var asked = 0;
        for (var i = 0; i < Histories; i++)
        {
            var unit = CleanHistory.OfUnit(random, TestData.Indicators);
            var quarter = CleanHistory.Quarters[random.Next(4, 8)];
            var carried = CarriedOver.Of(quarter, [.. TestData.Indicators.Select(indicator => new SheetValue(
                indicator, unit[indicator.Number][quarter.Previous], unit[indicator.Number], IsWithClerk: true, []))]);
            asked += TestData.Indicators.Count(indicator => Codes(
                new Value(indicator, quarter, unit[indicator.Number].ToDictionary(), unit[indicator.Number][quarter.Previous].Inputs!, other => unit.GetValueOrDefault(other)?[quarter.Previous].Inputs), carried)
                .Contains(CheckCode.WholeUnchanged));
        }

        output.WriteLine(Line(asked, Histories, "whole reports of last quarter"));
        Assert.Equal(Histories, asked);
    }

    [Fact]
    public void CleanValues_AreHardlyEverAskedAbout()
    {
        var values = Values(new Random(Seed)).ToList();
        var asked = values.Where(value => Codes(value).Any()).ToList();

        foreach (var code in asked.SelectMany(value => Codes(value).Select(code => $"{code} {value.Indicator.Number}")).CountBy(code => code))
        {
            output.WriteLine($"{code.Value} of {values.Count}: {code.Key}");
        }

        output.WriteLine(Line(asked.Count, values.Count, "all"));
        Assert.True(asked.Count <= values.Count * 0.02, $"{asked.Count} of {values.Count}");
    }

    /// <summary>Of the second year, when a year has been seen.</summary>
    private static IEnumerable<Value> Values(Random random)
    {
        for (var i = 0; i < Histories; i++)
        {
            var unit = CleanHistory.OfUnit(random, TestData.Indicators);
            foreach (var indicator in TestData.Indicators)
            {
                foreach (var quarter in CleanHistory.Quarters.Skip(4))
                {
                    var history = unit[indicator.Number];
                    yield return new Value(
                        indicator,
                        quarter,
                        history.Where(known => known.Key < quarter).ToDictionary(),
                        history[quarter].Inputs!,
                        other => unit.GetValueOrDefault(other)?[quarter].Inputs);
                }
            }
        }
    }

    /// <summary>What the engine finds; that a red value has no 整改措施 yet is no slip.</summary>
    private static IEnumerable<CheckCode> Codes(Value value, CarriedOver? carriedOver = null)
    {
        var known = new UnitCase { UnitCode = TestData.UnitCodes[0], UnitName = "科尔沁区", Sets = Enum.GetValues<UnitSet>(), Figures = value.Before };
        var context = new CheckContext(value.Indicator, known, other => value.Beside(other) is { } inputs ? Figure(inputs) : null, TestData.Checks) { CarriedOver = () => carriedOver };
        return CheckEngine.Findings(value.Quarter, Figure(value.Inputs), context).Select(finding => finding.Rule).Where(rule => rule != CheckCode.NoRemedy);
    }

    private static ReportedFigure Figure(ReportedInputs inputs) => new(inputs, null, IsApproved: false);

    private static string Line(int count, int of, string what) => string.Create(CultureInfo.InvariantCulture, $"{100m * count / of:0.0} % of {of:N0}: {what}");

    private sealed record Value(
        Indicator Indicator, Quarter Quarter, Dictionary<Quarter, ReportedFigure> Before, ReportedInputs Inputs, Func<int, ReportedInputs?> Beside);
}
