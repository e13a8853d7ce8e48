using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>A unit that makes up far more of the city's figure than it used to is pointed out.</summary>
public sealed class UnitWeightTests
{
    private const int Kerqin = 0;
    private static readonly Quarter Now = Quarter.Parse("2025Q1");
    private static readonly IReadOnlyList<Quarter> Settled = [Quarter.Parse("2024Q4"), Quarter.Parse("2024Q3")];

    [Fact]
    public void Of_ThreeTimesTheUsualShare_IsSaidWithBothShares() => Assert.Equal(
        "科尔沁区的“城区（县城）用气人口”占全市33.3%，以往约占11.1%，超过以往的两倍，全市结果受其影响大，请重点核对。",
        Of(5, kerqin: 400, others: 100));

    [Theory]
    [InlineData(220)]
    [InlineData(100)]
    [InlineData(10)]
    public void Of_UpToTwiceTheUsualShare_IsNotSaid(int kerqin) => Assert.Null(Of(5, kerqin, others: 100));

    /// <summary>Of whoever has not reported nothing is known: among the others nobody is heavier than usual.</summary>
    [Fact]
    public void Of_HalfOfTheCityMissing_NobodyLooksHeavy()
    {
        var units = TestData.AllUnits((unit, place) => place > 3 ? Before(unit) : Before(unit).Ratio("2025Q1", 100, 120));

        Assert.Null(UnitWeight.Of(TestData.Indicator(5), Now, units[Kerqin], units, Settled, TestData.Checks.Limits));
    }

    [Fact]
    public void Of_NothingSettled_IsNotSaid()
    {
        var units = Units(kerqin: 900, others: 100);

        Assert.Null(UnitWeight.Of(TestData.Indicator(5), Now, units[Kerqin], units, [], TestData.Checks.Limits));
    }

    [Fact]
    public void Of_UnitThatDoesNotCount_IsNotSaid()
    {
        var units = TestData.AllUnits((unit, place) => Before(unit).Ratio("2025Q1", place == 5 ? 900 : 100, place == 5 ? 950 : 120));

        Assert.Null(UnitWeight.Of(TestData.Indicator(1), Now, units[5], units, Settled, TestData.Checks.Limits));
    }

    private static string? Of(int number, int kerqin, int others)
    {
        var units = Units(kerqin, others);
        return UnitWeight.Of(TestData.Indicator(number), Now, units[Kerqin], units, Settled, TestData.Checks.Limits);
    }

    private static IReadOnlyList<UnitCase> Units(int kerqin, int others) => TestData.AllUnits((unit, place) =>
        Before(unit).Ratio("2025Q1", place == Kerqin ? kerqin : others, place == Kerqin ? kerqin + 20 : others + 20));

    private static UnitCaseBuilder Before(UnitCaseBuilder unit) => unit.Ratio("2024Q3", 100, 120).Ratio("2024Q4", 100, 120);
}
