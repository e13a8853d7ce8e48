using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>All that was ever recorded of what ratings rest on; rows are only ever added to it.</summary>
internal sealed record ReferenceRecords(
    IReadOnlyList<Baseline> Baselines,
    IReadOnlyList<UnitTarget> Targets,
    IReadOnlyList<IndicatorAmendment> Amendments,
    IReadOnlyList<AnsweredQuestion> Answers,
    IReadOnlyList<CityFigure> CityFigures,
    IReadOnlyList<AcceptedDeviation> Deviations)
{
    /// <summary>Nothing.</summary>
    public static ReferenceRecords None { get; } = new([], [], [], [], [], []);

    /// <summary>With more rows, which stand after those that are there.</summary>
    public ReferenceRecords With(ReferenceRecords more) => new(
        [.. Baselines, .. more.Baselines],
        [.. Targets, .. more.Targets],
        [.. Amendments, .. more.Amendments],
        [.. Answers, .. more.Answers],
        [.. CityFigures, .. more.CityFigures],
        [.. Deviations, .. more.Deviations]);

    /// <summary>What of it counts.</summary>
    public ReferenceRecords Of(Known known) => known.At is null ? this : new(
        [.. Baselines.Where(baseline => known.Includes(baseline.Recorded.At, baseline.IsCorrection))],
        [.. Targets.Where(target => known.Includes(target.Recorded.At, target.IsCorrection))],
        [.. Amendments.Where(amendment => known.Includes(amendment.Recorded.At, amendment.Decision.IsCorrection))],
        [.. Answers.Where(answer => known.Includes(answer.Recorded.At, answer.Decision.IsCorrection))],
        [.. CityFigures.Where(figure => figure.Recorded.IsKnownAt(known.At))],
        [.. Deviations.Where(deviation => known.Includes(deviation.Recorded.At, deviation.Decision.IsCorrection))]);
}
