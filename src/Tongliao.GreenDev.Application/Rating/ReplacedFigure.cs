using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>Another figure in place of the one that counts.</summary>
internal sealed record ReplacedFigure(int UnitId, int IndicatorId, Quarter Quarter, ReportedFigure Figure);
