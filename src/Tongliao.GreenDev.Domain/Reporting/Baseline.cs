using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>
/// What a unit had of an indicator in the year before the plan (2023 基数), as it was recorded once. A change is a further row, so
/// that what was known on a day can still be told.
/// </summary>
public sealed class Baseline
{
    public int Id { get; private init; }

    public required int UnitId { get; init; }

    public required int IndicatorId { get; init; }

    /// <summary>Empty where the baseline was taken back.</summary>
    public required ReportedInputs Inputs { get; init; }

    /// <summary>Which recording it is, from 1; the form carries the last one's back. 0 stands for a baseline that is not there.</summary>
    public required int Version { get; init; }

    /// <summary>更正: quarters that were locked before are rated by it too, from the release on that it makes.</summary>
    public bool IsCorrection { get; init; }

    public required Recording Recorded { get; init; }
}
