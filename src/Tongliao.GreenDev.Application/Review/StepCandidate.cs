using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>A value about to take a step.</summary>
internal sealed record StepCandidate(Indicator Indicator, ReportedValue Value);
