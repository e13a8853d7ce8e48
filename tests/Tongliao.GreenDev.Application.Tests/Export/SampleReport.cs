using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Export;

/// <summary>A quarter with every kind of state, rated by the rules themselves.</summary>
internal static class SampleReport
{
    public static readonly Quarter Quarter = new(2025, 3);

    // How far each value lies from what is due: two good ones, one within and one beyond the tolerance, one just met.
    private static readonly decimal[] Offsets = [1.3m, -0.6m, 0.4m, -7.5m, 0m];

    public static AnnexReport Create(Plan? plan = null, bool isDemo = true) =>
        Of(plan ?? SamplePlan.Create(), Quarter, isDemo);

    public static AnnexReport Of(Plan plan, Quarter quarter, bool isDemo) => From(plan, isDemo, Ratings(plan, quarter), quarter);

    public static AnnexReport From(Plan plan, bool isDemo, IReadOnlyList<IndicatorRating> ratings, Quarter? quarter = null) => new(
        plan,
        quarter ?? Quarter,
        ratings,
        new DateTimeOffset(2025, 10, 8, 10, 21, 0, TimeSpan.FromHours(8)),
        isDemo,
        "按上报数（含未审核）");

    private static List<IndicatorRating> Ratings(Plan plan, Quarter quarter)
    {
        var ratings = new List<IndicatorRating>();
        foreach (var indicator in plan.Indicators)
        {
            var cases = plan.Units.Select(unit => CaseOf(plan, unit.Order, indicator, quarter)).ToList();
            ratings.Add(RatingRules.RateAggregate(indicator, quarter, plan.City.Code, cases));
            ratings.AddRange(cases.Select(unit => RatingRules.RateUnit(indicator, quarter, unit)));
        }

        return ratings;
    }

    private static UnitCase CaseOf(Plan plan, int order, Indicator indicator, Quarter quarter)
    {
        var unit = plan.Units[order - 1];
        var figures = new Dictionary<Quarter, ReportedFigure>();
        var isNotReported = (order, indicator.Number) is (5, 7 or 10);
        var hasNoYearEnd = (order, indicator.Number) is (6, 12);
        if (!isNotReported)
        {
            figures[quarter] = FigureOf(order, indicator, indicator.TargetOf(quarter.Year)!.Value, isApproved: order % 3 != 0);
        }

        if (!hasNoYearEnd)
        {
            figures[quarter.PreviousYearEnd] = FigureOf(order, indicator, indicator.TargetOf(2024)!.Value, isApproved: true);
        }

        return new UnitCase
        {
            UnitCode = unit.Code,
            UnitName = unit.ShortName,
            Sets = unit.Sets,
            Figures = figures,
            Baseline = order == 8 ? null : new ReportedInputs { Amount = 1.1m },
            Targets = indicator.IsSum && order <= 4 ? OwnTargets(indicator) : [],
            Deviations = (order, indicator.Number) is (1, 6) ? [TestData.Deviation(1, "2025-07-01", "2025-12-31")] : [],
        };
    }

    private static ReportedFigure FigureOf(int order, Indicator indicator, decimal target, bool isApproved)
    {
        if ((order, indicator.Number) is (7, 19))
        {
            return new ReportedFigure(new ReportedInputs { Numerator = 0, Denominator = 0 }, null, isApproved);
        }

        var offset = Offsets[((order * 2) + indicator.Number) % Offsets.Length];
        var level = indicator.Number == 12 ? 30 + offset + (target == 10 ? 8 : 0) : target + offset;
        var inputs = indicator.Kind switch
        {
            MeasureKind.WaterLoss => new ReportedInputs { Supplied = 1000, Billed = 890 + (10 * offset), Correction = 1.5m },
            MeasureKind.Sum => new ReportedInputs { Amount = target / 12 * (1 + (offset / 20)) },
            _ when indicator.IsPercentage => new ReportedInputs { Numerator = Math.Min(level, 100) * 3.17m, Denominator = 317 },
            _ => new ReportedInputs { Numerator = level * 42, Denominator = 42 },
        };
        return new ReportedFigure(inputs, null, isApproved);
    }

    private static UnitTarget[] OwnTargets(Indicator indicator) =>
        [.. indicator.Targets.Select(target => new UnitTarget
        {
            Recorded = Recording.OnTrial,
            UnitId = 1,
            IndicatorId = 1,
            Year = target.Year,
            Value = decimal.Round(target.Value / 6, 1),
            Document = "通住建发〔2024〕8号",
            EffectiveFrom = new DateOnly(2024, 1, 31),
        })];
}
