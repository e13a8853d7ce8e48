using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>A value as it stands, with what its unit answers for it.</summary>
internal sealed record StandingValue(
    long ValueId, int UnitId, int IndicatorId, ValueStatus Status, ReportedFigure Figure, IReadOnlyList<Explanation> Explanations);
