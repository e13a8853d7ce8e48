using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>A step as it was applied: which values of a report went which way.</summary>
public sealed record AppliedStep(RevisionKind Kind, IReadOnlyList<int> IndicatorNumbers);
