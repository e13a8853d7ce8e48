using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>The dashboard of a quarter: every unit the reader may see and the city, by indicator.</summary>
/// <param name="Facts">The plan and what else was in force for the quarter.</param>
/// <param name="Period">The quarter shown.</param>
/// <param name="Units">Columns: the city first, then units in official order.</param>
/// <param name="Ratings">By indicator number and unit code.</param>
/// <param name="Progress">上报率 of the units shown.</param>
public sealed record RatingMatrix(
    PlanFacts Facts,
    ReportingPeriod Period,
    IReadOnlyList<ReportingUnit> Units,
    IReadOnlyDictionary<(int Indicator, string Unit), IndicatorRating> Ratings,
    PeriodProgress Progress)
{
    /// <summary>Those that are 补齐（曾未达）, by the same keys.</summary>
    public IReadOnlyDictionary<(int Indicator, string Unit), Repair> Repairs { get; init; } = new Dictionary<(int Indicator, string Unit), Repair>();

    /// <summary>How one of the ratings was reckoned; none where the matrix is shown only.</summary>
    internal Func<IndicatorRating, RatingCalculation>? CalculationOf { get; init; }

    /// <summary>What a unit said of an indicator, as far as it counts; none where the matrix is shown only.</summary>
    internal Func<ReportingUnit, Indicator, ReportedFigure?>? FigureOf { get; init; }

    /// <summary>Seen as of a moment (截至): what has changed since, by indicator; null for what is seen now.</summary>
    public IReadOnlyList<ChangedLight>? Since { get; init; }

    /// <summary>The city's ratings in the order of the indicators.</summary>
    public IReadOnlyList<IndicatorRating> City => [.. Facts.Plan.Indicators.Select(indicator => this[indicator, Facts.Plan.City])];

    /// <summary>The quarters whose values go into the ratings shown.</summary>
    public IReadOnlyList<Quarter> RestsOn => FigureTable.QuartersFor(Facts.Plan, Period.Quarter);

    public IndicatorRating this[Indicator indicator, ReportingUnit unit] => Ratings[(indicator.Number, unit.Code)];
}
