using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>One value after a step.</summary>
public sealed record StepResult(int IndicatorNumber, ValueStatus Status, int Version);
