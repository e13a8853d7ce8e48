using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>The published plan in memory, and matrices and series over figures that a test sets.</summary>
internal static class BuiltInPlan
{
    public static PlanFacts Facts { get; } = Build();

    public static Plan Plan => Facts.Plan;

    public static ReportingUnit Naiman => Facts.Unit("150525");

    /// <summary>A matrix in which <paramref name="fill"/> says what each unit reported of each indicator.</summary>
    public static RatingMatrix Matrix(
        string period,
        Func<Indicator, UnitCaseBuilder, UnitCaseBuilder>? fill = null,
        IReadOnlyList<ReportingUnit>? units = null)
    {
        var shown = Facts.Period(Quarter.Parse(period));
        var columns = units ?? [Plan.City, .. Plan.Units];
        var ratings = new Dictionary<(int, string), IndicatorRating>();
        foreach (var indicator in Plan.Indicators)
        {
            var cases = TestData.AllUnits((unit, _) => fill?.Invoke(indicator, unit) ?? unit);
            foreach (var unit in columns)
            {
                ratings[(indicator.Number, unit.Code)] = Rate(indicator, shown.Quarter, unit, cases);
            }
        }

        return new RatingMatrix(
            Facts, shown, columns, ratings, PeriodProgress.Of(shown, Plan.Units, Plan.Indicators.Count, [], _ => new Deadline(null, shown.Quarter.LastDay, at => DateOnly.FromDateTime(at.Date))));
    }

    /// <summary>Every quarter of an indicator.</summary>
    public static IReadOnlyList<IndicatorRating> Series(int number, Func<UnitCaseBuilder, UnitCaseBuilder> fill)
    {
        var cases = TestData.AllUnits((unit, _) => fill(unit));
        var indicator = Facts.Indicator(number);
        return
        [
            .. from period in Facts.Periods
               from unit in Plan.Units.Prepend(Plan.City)
               select Rate(indicator, period.Quarter, unit, cases),
        ];
    }

    private static IndicatorRating Rate(Indicator indicator, Quarter quarter, ReportingUnit unit, IReadOnlyList<UnitCase> cases) => !unit.Reports
        ? RatingRules.RateAggregate(indicator, quarter, unit.Code, cases)
        : RatingRules.RateUnit(indicator, quarter, cases.Single(c => c.UnitCode == unit.Code));

    private static PlanFacts Build()
    {
        var quarters = Enumerable.Range(0, 8).Select(i => new Quarter(2024 + (i / 4), (i % 4) + 1));
        return new PlanFacts(isDemo: false, PlanFile.LoadBuiltIn(), quarters.Select(quarter => ReportingPeriod.NotYetOpened(0, quarter)), TestData.Checks, TestData.Calendar);
    }
}
