using FsCheck;
using FsCheck.Fluent;
using TestData = Tongliao.GreenDev.TestCommon.TestData;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>Generates reported figures and units in every condition.</summary>
internal static class GeneratedCases
{
    internal static readonly Gen<string> Quarters =
        Gen.Elements("2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4");

    internal static UnitCaseBuilder Full(UnitCaseBuilder unit, Indicator indicator) =>
        indicator.IsSum ? unit.Baseline(2).Target(2024, 4).Target(2025, 9) : unit;

    internal static Gen<ReportedFigure> Inputs(Indicator indicator, string quarter) => indicator.Kind switch
    {
        MeasureKind.WaterLoss =>
            from supplied in Properties.Typed(5000).Where(s => s > 0)
            from loss in Gen.Choose(0, 250)
            from correction in Gen.Choose(-20, 20)
            select TestData.Water(supplied, decimal.Round(supplied * (1000 - loss) / 1000m, 4), correction / 10m),
        MeasureKind.Sum => from amount in Properties.Typed(8) select TestData.Amount(amount),
        _ when indicator.Number == 4 =>
            from area in Gen.Choose(1, 90)
            from density in Gen.Choose(7500, 8500)
            select TestData.Ratio(area * density / 1000m, area),
        _ =>
            from fraction in Properties.Fraction(indicator.TargetOf(Quarter.Parse(quarter).Year)!.Value)
            select TestData.Ratio(fraction.Numerator, fraction.Denominator),
    };

    /// <summary>A unit in any condition: reported or not, not applicable, provisional, with or without what it needs.</summary>
    internal static Gen<UnitCase> AnyCase(Indicator indicator, string code, string quarter) =>
        from now in Inputs(indicator, quarter)
        from earlier in Inputs(indicator, quarter)
        from before in Inputs(indicator, quarter)
        from chance in Gen.Choose(0, 99)
        from approved in Gen.Elements(true, false)
        select Build(TestData.Unit(code), indicator, quarter, (now with { IsApproved = approved }, before, earlier), chance);

    private static UnitCase Build(
        UnitCaseBuilder unit, Indicator indicator, string quarter, (ReportedFigure Now, ReportedFigure Before, ReportedFigure YearEnd) figures, int chance)
    {
        unit = chance % 7 == 0 ? unit : Full(unit, indicator);
        unit = unit.Reported(Quarter.Parse(quarter).Previous.ToString(), figures.Before);
        unit = chance % 11 == 0 ? unit : unit.Reported("2024Q4", figures.YearEnd);
        return chance switch
        {
            < 2 => unit.Build(),
            < 8 => unit.NotApplicable(quarter).Build(),
            < 12 => unit.NotApplicable("2024Q4").Reported(quarter, figures.Now).Build(),
            _ => unit.Reported(quarter, figures.Now).Build(),
        };
    }
}
