using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>A value to which a step is about to be applied.</summary>
internal sealed record StepCandidate(Indicator Indicator, ReportedValue Value);
