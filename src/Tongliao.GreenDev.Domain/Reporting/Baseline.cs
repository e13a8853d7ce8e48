namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>What a unit had of an indicator in the year before the plan (2023 基数).</summary>
public sealed class Baseline
{
    public int Id { get; private init; }

    public required int UnitId { get; init; }

    public required int IndicatorId { get; init; }

    public ReportedInputs Inputs { get; private set; } = ReportedInputs.None;

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>One more with every change; the form carries it back. 0 stands for a baseline that is not there.</summary>
    public int Version { get; private set; }

    public void Set(ReportedInputs inputs, DateTimeOffset now)
    {
        Inputs = inputs;
        Version++;
        ChangedAt = now;
    }
}
