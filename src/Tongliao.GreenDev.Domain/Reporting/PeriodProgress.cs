using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>How far the reports of a period have come, together and unit by unit.</summary>
public sealed class PeriodProgress : ReportingProgress
{
    private PeriodProgress(ReportingPeriod period, IReadOnlyList<UnitProgress> units, IReadOnlyCollection<ValueProgress> values)
        : base(units.Sum(unit => unit.Total), values)
    {
        Period = period;
        Units = units;
    }

    public ReportingPeriod Period { get; }

    public IReadOnlyList<UnitProgress> Units { get; }

    /// <summary>按时: of the values that have reached the city, those first submitted by the due date.</summary>
    public int OnTime => Units.Sum(unit => unit.OnTime);

    /// <summary>Units that are not 报齐.</summary>
    public IReadOnlyList<ReportingUnit> Unfinished => [.. Units.Where(unit => !unit.HasAllReached).Select(unit => unit.Unit)];

    /// <param name="period">When.</param>
    /// <param name="units">Who reports, in the order to be told.</param>
    /// <param name="perUnit">How many values each owes.</param>
    /// <param name="values">Where the period's values stand; those of other units do not count.</param>
    /// <param name="deadlineOf">The period's for each of them, later where it was put off (延期).</param>
    public static PeriodProgress Of(
        ReportingPeriod period, IEnumerable<ReportingUnit> units, int perUnit, IEnumerable<ValueProgress> values, Func<ReportingUnit, Deadline> deadlineOf)
    {
        var byUnit = values.ToLookup(value => value.UnitId);
        var each = units.Select(unit => new UnitProgress(unit, perUnit, [.. byUnit[unit.Id]], deadlineOf(unit))).ToList();
        var all = each.SelectMany(unit => byUnit[unit.Unit.Id]).ToList();
        return new PeriodProgress(period, each, all);
    }
}
