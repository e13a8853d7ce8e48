using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>All that was ever recorded of what ratings rest on; rows are only ever added to it.</summary>
internal sealed record ReferenceRecords(
    IReadOnlyList<Baseline> Baselines, IReadOnlyList<UnitTarget> Targets, IReadOnlyList<IndicatorAmendment> Amendments, IReadOnlyList<CityFigure> CityFigures)
{
    /// <summary>Nothing.</summary>
    public static ReferenceRecords None { get; } = new([], [], [], []);

    /// <summary>With more rows, which stand after those that are there.</summary>
    public ReferenceRecords With(ReferenceRecords more) => new(
        [.. Baselines, .. more.Baselines], [.. Targets, .. more.Targets], [.. Amendments, .. more.Amendments], [.. CityFigures, .. more.CityFigures]);

    /// <summary>What of it was known at a moment; null for now.</summary>
    public ReferenceRecords KnownAt(DateTimeOffset? moment) => moment is null ? this : new(
        [.. Baselines.Where(baseline => baseline.Recorded.IsKnownAt(moment))],
        [.. Targets.Where(target => target.Recorded.IsKnownAt(moment))],
        [.. Amendments.Where(amendment => amendment.Recorded.IsKnownAt(moment))],
        [.. CityFigures.Where(figure => figure.Recorded.IsKnownAt(moment))]);
}
