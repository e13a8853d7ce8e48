using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Application.Releases;

/// <summary>A cell that a release has otherwise than the one before.</summary>
public sealed record ChangedCell(Indicator Indicator, ReportingUnit Unit, IndicatorRating Before, IndicatorRating After);
