using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>The unit targets (分解指标) of one indicator and year.</summary>
/// <param name="Facts">The plan they belong to.</param>
/// <param name="Indicator">Whose.</param>
/// <param name="CityTarget">The plan's own target for the year.</param>
/// <param name="On">The day on which “in force” is told: today, but never outside the year.</param>
/// <param name="Units">One line for each unit.</param>
public sealed record TargetTable(
    PlanFacts Facts, Indicator Indicator, IndicatorTarget CityTarget, DateOnly On, IReadOnlyList<UnitTargetLine> Units)
{
    /// <summary>Why none of the year can be set any more; null as long as one can.</summary>
    public string? WhySettled => SettledQuarters.WhyOfYear(Facts.Periods, CityTarget.Year);

    /// <summary>Units without a target in force.</summary>
    public IReadOnlyList<ReportingUnit> Without => [.. Units.Where(unit => unit.InForce is null).Select(unit => unit.Unit)];

    /// <summary>合计 of what is in force; null where adding up means nothing.</summary>
    public decimal? Sum => Indicator.IsSum ? Units.Sum(unit => unit.InForce?.Value ?? 0) : null;

    /// <summary>差额: what the units' targets fall short of the city's; negative when they go beyond it.</summary>
    public decimal? Remainder => CityTarget.Value - Sum;

    /// <summary>The day of a year on which its targets are looked at: today, or the nearest in the year.</summary>
    public static DateOnly DayIn(int year, DateOnly today)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return today < first ? first : today > last ? last : today;
    }
}
