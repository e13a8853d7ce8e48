using System.Text;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Tests.Plans;

public sealed class PlanFileTests
{
    private static readonly Plan Plan = PlanFile.LoadBuiltIn();

    [Fact]
    public void LoadBuiltIn_Always_HoldsTheWholePlan()
    {
        Assert.Equal("tongliao-2023-63", Plan.Key);
        Assert.Equal(new DateOnly(2023, 11, 4), Plan.IssuedOn);
        Assert.Equal((2023, 2024, 2025), (Plan.BaselineYear, Plan.FirstYear, Plan.LastYear));
        Assert.Equal(
            (9, 36, 6, 24, 21, 22, 12),
            (Plan.Units.Count, Plan.Departments.Count, Plan.Sections.Count, Plan.Tasks.Count,
                Plan.Indicators.Count, Plan.Commitments.Count, Plan.OpenQuestions.Count));
    }

    [Fact]
    public void LoadBuiltIn_Quantities_AreOneFactWhereTheDefinitionsAgree()
    {
        Assert.Equal(
            ["builtUpArea: 1 4", "villages: 2 3", "urbanPopulation: 5 7"],
            Plan.Quantities.Where(quantity => quantity.IsOneFact).Select(quantity => $"{quantity.Code}: {string.Join(' ', quantity.Uses.Select(use => use.IndicatorNumber))}"));
        Assert.Equal(["treatedSewage", "newBuilding"], Plan.Quantities.Where(quantity => !quantity.IsOneFact).Select(quantity => quantity.Code));
        Assert.Equal(37, Plan.NumbersAsked);
    }

    [Fact]
    public void LoadBuiltIn_Units_AreTheCitysNineInOrder()
    {
        Assert.Equal(
            ["150502", "150521", "150522", "150523", "150524", "150525", "150526", "150581", "150571"],
            Plan.Units.Select(unit => unit.Code));
        Assert.Equal(["科尔沁区", "开发区"], Plan.Units.Where(unit => unit.IsIn(UnitSet.CentralUrban)).Select(unit => unit.ShortName));
        Assert.Equal(("150500", "通辽市", true), (Plan.City.Code, Plan.City.Name, Plan.City.IsRoot));
    }

    // rules.md §3 and §4: which of the indicators the special rules are for.
    [Fact]
    public void LoadBuiltIn_Flags_AreThoseOfTheRules()
    {
        Assert.Equal([1, 8, 9, 14], Numbers(indicator => indicator.CityScope == CityScope.CentralUrban));
        Assert.Equal([17, 18, 19, 21], Numbers(indicator => indicator.ZeroOverZeroIsNotApplicable));
        Assert.Equal([2, 3, 12, 14], Numbers(indicator => indicator.NeverFalls));
        Assert.Equal([2, 3, 12, 14], Numbers(indicator => indicator.Inputs.All(input => input.IsCount)));
        Assert.Equal([2, 3, 12, 14], Numbers(indicator => indicator.Inputs.Any(input => input.IsCount)));
        Assert.Equal([3, 4, 8, 15, 19, 21], Numbers(indicator => indicator.IsAspirational));
        Assert.Equal([18], Numbers(indicator => indicator.TextAsksForMore));
        Assert.Equal([16], Numbers(indicator => indicator.BaselineRequired));
        Assert.Equal([8], Numbers(indicator => indicator.Kind == MeasureKind.WaterLoss));
        Assert.Equal([15, 16, 20], Numbers(indicator => indicator.Kind == MeasureKind.Sum));
        Assert.Equal([9, 10, 11, 13, 17, 18, 19, 21], Numbers(indicator => indicator.Kind == MeasureKind.FlowRatio));
        Assert.Equal([7], Numbers(indicator => indicator.Targets.All(target => target.PrintedSign == ">")));
        Assert.Equal([8], Numbers(indicator => indicator.Targets.All(target => target.PrintedSign == "≤")));
        Assert.Equal([13], Numbers(indicator => indicator.Targets.All(target => target.PrintedSign == "=")));
    }

    [Theory]
    [InlineData(1, TargetBasis.Level, TargetBasis.Level)]
    [InlineData(12, TargetBasis.Level, TargetBasis.Increase)]
    [InlineData(15, TargetBasis.Cumulative, TargetBasis.Cumulative)]
    [InlineData(16, TargetBasis.YearAmount, TargetBasis.Window)]
    [InlineData(20, TargetBasis.Cumulative, TargetBasis.Cumulative)]
    public void LoadBuiltIn_Basis_IsThatOfTheRules(int number, TargetBasis first, TargetBasis last) =>
        Assert.Equal([first, last], Plan.Indicators.Single(indicator => indicator.Number == number).Targets.Select(target => target.Basis));

    [Theory]
    [InlineData(1, ToleranceKind.PercentagePoints, "1")]
    [InlineData(4, ToleranceKind.Absolute, "0.2")]
    [InlineData(7, ToleranceKind.PercentagePoints, "0.5")]
    [InlineData(14, ToleranceKind.PercentagePoints, "10")]
    [InlineData(16, ToleranceKind.ShareOfTarget, "10")]
    public void LoadBuiltIn_Tolerance_IsExact(int number, ToleranceKind kind, string value) =>
        Assert.Equal(
            new Tolerance(kind, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)),
            Plan.Indicators.Single(indicator => indicator.Number == number).Tolerance);

    [Fact]
    public void LoadBuiltIn_Curves_FollowTheBuildingSeason() =>
        Assert.All(Plan.Indicators, indicator => Assert.Equal([0.05m, 0.40m, 0.80m, 1.00m], indicator.ProgressCurve));

    [Fact]
    public void LoadBuiltIn_ShortNames_FitANarrowColumn()
    {
        Assert.All(Plan.Indicators, indicator => Assert.InRange(indicator.ShortName.Length, 1, 10));
        Assert.Distinct(Plan.Indicators.Select(indicator => indicator.ShortName));
    }

    [Fact]
    public void LoadBuiltIn_Labels_DoNotRepeatTheUnit() =>
        Assert.All(
            Plan.Indicators.SelectMany(indicator => indicator.Inputs),
            input => Assert.DoesNotContain($"（{input.Unit}", input.Label, StringComparison.Ordinal));

    [Fact]
    public void Load_AnotherPlan_ComesWithTheTextBesideIt()
    {
        var plan = PlanFiles.Load(PlanFiles.Another);

        Assert.Equal("example-2025-1", plan.Key);
        Assert.Equal((2025, 2026, 2028), (plan.BaselineYear, plan.FirstYear, plan.LastYear));
        Assert.Equal(["东区", "西县"], plan.Units.Select(unit => unit.Name));
        Assert.Equal([12.5m, 3m], [plan.Indicators[2].Targets[^1].Value, plan.Indicators[1].Targets[^1].Value]);
        Assert.Equal([0m, 0.3333m, 0.8m, 1m], plan.Indicators[2].ProgressCurve);
        Assert.StartsWith("示例市人民政府\n", plan.FullText, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NotJson_NamesTheLine()
    {
        var fault = Assert.Single(Assert.Throws<PlanFileException>(() => PlanFiles.Load("{\n  \"meta\": {,\n")).Faults);

        Assert.Equal(new PlanFileFault("$", "不是有效的JSON，请检查此处的逗号、引号和括号", new PlanFilePlace(2, 12)), fault);
    }

    private static IEnumerable<int> Numbers(Func<Indicator, bool> chosen) =>
        Plan.Indicators.Where(chosen).Select(indicator => indicator.Number);
}
