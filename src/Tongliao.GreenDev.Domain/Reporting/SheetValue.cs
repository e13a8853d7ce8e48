using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>One value of a report, as far as it is looked at together with all others.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Now">What it says; null for nothing.</param>
/// <param name="Figures">What the unit said of it before, by quarter.</param>
/// <param name="IsWithClerk">It may still be explained.</param>
/// <param name="Explanations">The 说明 that stand beside it.</param>
public sealed record SheetValue(
    Indicator Indicator, ReportedFigure? Now, IReadOnlyDictionary<Quarter, ReportedFigure> Figures, bool IsWithClerk, IReadOnlyList<Explanation> Explanations);
