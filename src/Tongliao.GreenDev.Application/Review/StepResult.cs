using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>One value after a step.</summary>
public sealed record StepResult(int IndicatorNumber, ValueStatus Status, int Version)
{
    /// <summary>Chinese: why the step was not applied to it; null where it was, or where nothing was left to do.</summary>
    public string? PassedOver { get; init; }
}
