using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>All that a bulletin of a quarter is made from.</summary>
/// <param name="Plan">As it is in force for the quarter.</param>
/// <param name="Quarter">Which.</param>
/// <param name="Ratings">By indicator number and unit code, of every unit and every whole.</param>
/// <param name="Before">The lights of the quarter before by unit code; empty where nothing was judged.</param>
/// <param name="Progress">How far reporting has come, unit by unit.</param>
/// <param name="IsDemo">演示数据.</param>
public sealed record BulletinData(
    Plan Plan,
    Quarter Quarter,
    IReadOnlyDictionary<(int Indicator, string Unit), IndicatorRating> Ratings,
    IReadOnlyDictionary<string, QuarterLights> Before,
    PeriodProgress Progress,
    bool IsDemo)
{
    /// <summary>Up to so many units are told of one by one, in the text and as columns of the annex.</summary>
    public const int MostParts = 12;

    /// <summary>Those that are open.</summary>
    public IReadOnlyList<BulletinRectification> Rectifications { get; init; } = [];

    public IReadOnlyList<BulletinAnswer> Answers { get; init; } = [];

    /// <summary>差距折合; null where nothing is lacking.</summary>
    public Func<IndicatorRating, GapToGreen?> GapOf { get; init; } = _ => null;

    /// <summary>The units told of one by one: those that report, of a plan with more the level below the whole; none where that has as many.</summary>
    public IReadOnlyList<ReportingUnit> Parts =>
        new[] { Plan.Units, Plan.City.Children }.FirstOrDefault(units => units.Count <= MostParts) ?? [];

    public bool IsProvisional => Ratings.Values.Any(rating => rating.IsProvisional);

    public IndicatorRating? Find(int indicator, ReportingUnit unit) => Ratings.GetValueOrDefault((indicator, unit.Code));

    /// <summary>A unit's or whole's ratings in the order of the annex.</summary>
    public IEnumerable<IndicatorRating> Of(ReportingUnit unit) =>
        Plan.Indicators.Select(indicator => Find(indicator.Number, unit)).OfType<IndicatorRating>();
}
