using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests;

/// <summary>Shortens the calls that nearly every test makes.</summary>
internal static class Rate
{
    internal static IndicatorRating Unit(int number, string quarter, UnitCaseBuilder unit) =>
        Unit(TestData.Indicator(number), quarter, unit);

    internal static IndicatorRating Unit(Indicator indicator, string quarter, UnitCaseBuilder unit) =>
        RatingRules.RateUnit(indicator, Quarter.Parse(quarter), unit.Build());

    internal static IndicatorRating City(int number, string quarter, IEnumerable<UnitCase> units) =>
        RatingRules.RateAggregate(TestData.Indicator(number), Quarter.Parse(quarter), TestData.CityCode, [.. units]);

    /// <summary>A unit that counts for every indicator.</summary>
    internal static UnitCaseBuilder Central() => TestData.Unit("科尔沁区");

    /// <summary>A unit outside 市中心城区.</summary>
    internal static UnitCaseBuilder Outside() => TestData.Unit("奈曼旗");
}
