using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>A whole report that is last quarter's is one question.</summary>
public sealed class CarriedOverTests
{
    private static readonly Quarter Quarter = Quarter.Parse("2025Q3");

    [Fact]
    public void Report_SameInEveryValue_IsAskedAtTheFirstThatFlows() => Assert.Equal(TestData.Indicators.First(indicator => indicator.IsYearToDate).Number, Of(Report())!.AskedAt);

    [Fact]
    public void Report_OneValueDiffersOrIsMissing_IsNotAsked()
    {
        Assert.Null(Of(With(Report(), 5, value => value with { Now = Figure(value.Indicator, 3) })));
        Assert.Null(Of(With(Report(), 5, value => value with { Now = null })));
        Assert.Null(Of(With(Report(), 5, value => value with { Figures = new Dictionary<Quarter, ReportedFigure>() })));
    }

    [Fact]
    public void Report_InWhichNothingFlows_MayWellBeTheSame() => Assert.Null(Of([.. Report().Where(value => !value.Indicator.IsYearToDate)]));

    [Fact]
    public void Report_FirstHalfSubmitted_IsAskedWhereItCanStillBeExplained()
    {
        var report = With(Report(), 8, value => value with { IsWithClerk = false });

        Assert.Equal((9, true), (Of(report)!.AskedAt, Of(report)!.IsOpen));
    }

    [Fact]
    public void Report_Explained_IsAskedThereAndNowhereElse_WhereverItsValuesAre()
    {
        var key = Of(Report())!.Key;
        var explained = With(Report(), 8, value => value with { IsWithClerk = false, Explanations = [new Explanation(key, "冬季停工")] });

        Assert.Equal(new CarriedOver(8, key, IsOpen: false), Of(explained));
    }

    [Fact]
    public void Key_AnotherNumberAnywhere_IsAnother() => Assert.NotEqual(
        Of(Report())!.Key, Of(With(Report(), 21, value => Value(value.Indicator, 3)))!.Key);

    [Theory]
    [InlineData("2025Q1", "整份报表与上季度（去年全年累计）完全相同")]
    [InlineData("2025Q3", "整份报表与上季度完全相同")]
    public void Finding_OfTheReport_ReplacesThoseOfItsValues(string quarter, string words)
    {
        var report = new CarriedOver(10, "whole_unchanged:report:0", IsOpen: true);

        var finding = Assert.Single(Warnings(10), warning => warning.Rule == CheckCode.WholeUnchanged);
        Assert.StartsWith(words, finding.Message, StringComparison.Ordinal);
        Assert.Equal(report.Key, finding.Key);
        Assert.DoesNotContain(Warnings(10), warning => warning.Rule == CheckCode.Unchanged);
        Assert.DoesNotContain(Warnings(11), warning => warning.Rule == CheckCode.Unchanged || warning.Rule == CheckCode.WholeUnchanged);

        IReadOnlyList<Finding> Warnings(int number)
        {
            var known = TestData.Unit("150525").Ratio(Quarter.Parse(quarter).Previous.ToString(), 96, 100).Build();
            var context = new Domain.Rating.CheckContext(TestData.Indicator(number), known, _ => null, TestData.Checks) { CarriedOver = () => report };
            return Domain.Rating.CheckEngine.Warnings(Quarter.Parse(quarter), TestData.Ratio(96, 100), context);
        }
    }

    private static CarriedOver? Of(IReadOnlyCollection<SheetValue> report) => CarriedOver.Of(Quarter, report);

    private static IReadOnlyList<SheetValue> Report() => [.. TestData.Indicators.Select(indicator => Value(indicator, 2))];

    private static IReadOnlyList<SheetValue> With(IReadOnlyList<SheetValue> report, int number, Func<SheetValue, SheetValue> change) =>
        [.. report.Select(value => value.Indicator.Number == number ? change(value) : value)];

    private static SheetValue Value(Indicator indicator, decimal number) => new(
        indicator, Figure(indicator, number), new Dictionary<Quarter, ReportedFigure> { [Quarter.Previous] = Figure(indicator, number) }, IsWithClerk: true, []);

    private static ReportedFigure Figure(Indicator indicator, decimal number) => new(
        indicator.Inputs.Aggregate(ReportedInputs.None, (all, field) => all.With(field.Key, field.Key is InputKey.Denominator or InputKey.Supplied ? number * 2 : number)),
        null,
        IsApproved: false);
}
