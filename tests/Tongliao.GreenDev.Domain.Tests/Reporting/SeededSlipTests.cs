using System.Globalization;
using Tongliao.GreenDev.Domain.Plans;
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
        foreach (var (indicator, quarter, before, inputs) in Values(random))
        {
            foreach (var slip in Slip.All)
            {
                if (slip.Make(new Slip.Typist(random, indicator, quarter, inputs, before)) is { } wrong)
                {
                    made[slip] = made.GetValueOrDefault(slip) + 1;
                    noticed[slip] = noticed.GetValueOrDefault(slip) + (IsAsked(indicator, quarter, wrong, before) ? 1 : 0);
                }
            }
        }

        foreach (var slip in Slip.All)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{100m * noticed[slip] / made[slip]:0.0} % of {made[slip]}: {slip.Name}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{100m * noticed.Values.Sum() / made.Values.Sum():0.0} % of {made.Values.Sum()}: all"));
        Assert.All(Slip.All, slip => Assert.True(100 * noticed[slip] >= made[slip] * slip.LeastNoticed, $"{slip}: {noticed[slip]} of {made[slip]}"));
        Assert.True(100 * noticed.Values.Sum() >= 95 * made.Values.Sum());
    }

    [Fact]
    public void CleanValues_AreHardlyEverAskedAbout()
    {
        var values = Values(new Random(Seed)).ToList();
        var asked = values.Where(value => IsAsked(value.Indicator, value.Quarter, value.Inputs, value.Before)).ToList();

        foreach (var code in asked.SelectMany(value => Codes(value.Indicator, value.Quarter, value.Inputs, value.Before).Select(code => $"{code} {value.Indicator.Number}")).CountBy(code => code))
        {
            output.WriteLine($"{code.Value} of {values.Count}: {code.Key}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{100m * asked.Count / values.Count:0.0} % of {values.Count}: all"));

        Assert.True(asked.Count <= values.Count * 0.02, $"{asked.Count} of {values.Count}");
    }

    /// <summary>Of the second year, when a year has been seen.</summary>
    private static IEnumerable<(Indicator Indicator, Quarter Quarter, Dictionary<Quarter, ReportedFigure> Before, ReportedInputs Inputs)> Values(Random random)
    {
        for (var i = 0; i < Histories; i++)
        {
            foreach (var indicator in TestData.Indicators)
            {
                var history = CleanHistory.Of(random, indicator);
                foreach (var quarter in CleanHistory.Quarters.Skip(4))
                {
                    yield return (indicator, quarter, history.Where(known => known.Key < quarter).ToDictionary(), history[quarter].Inputs!);
                }
            }
        }
    }

    private static bool IsAsked(Indicator indicator, Quarter quarter, ReportedInputs inputs, Dictionary<Quarter, ReportedFigure> before) =>
        Codes(indicator, quarter, inputs, before).Any();

    private static IEnumerable<string> Codes(Indicator indicator, Quarter quarter, ReportedInputs inputs, Dictionary<Quarter, ReportedFigure> before) =>
        ValueChecks.Errors(indicator, inputs)
            .Concat(ValueWarnings.Of(indicator, quarter, new ReportedFigure(inputs, null, IsApproved: false), before, TestData.Checks.Limits))
            .Select(finding => finding.Code);
}
