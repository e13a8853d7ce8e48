using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>Given figures of one unit, as for a rating without storing anything.</summary>
/// <param name="UnitCode">区划代码.</param>
/// <param name="Current">The rated quarter; null for not reported.</param>
/// <param name="History">Earlier quarters.</param>
/// <param name="Baseline">2023 基数, null for none.</param>
/// <param name="Targets">分解指标 by year.</param>
public sealed record PreviewUnit(
    string UnitCode,
    ReportedFigure? Current,
    IReadOnlyList<(Quarter Quarter, ReportedFigure Figure)> History,
    ReportedInputs? Baseline,
    IReadOnlyDictionary<int, decimal> Targets);
