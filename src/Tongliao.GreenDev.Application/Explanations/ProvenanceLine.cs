using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Explanations;

/// <summary>Where a unit's value comes from (数据来源).</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Rating">What it came to.</param>
/// <param name="Figure">What was typed; null where nothing counts.</param>
/// <param name="Steps">Who entered, explained, submitted and approved it, and when.</param>
/// <param name="Corrections">How often it was corrected (更正).</param>
/// <param name="Target">By which year's target it is judged, and in which version.</param>
/// <param name="Rule">By which version of the indicator's rule, in Chinese.</param>
public sealed record ProvenanceLine(
    ReportingUnit Unit, IndicatorRating Rating, ReportedFigure? Figure, IReadOnlyList<AccountStep> Steps, int Corrections, AccountTarget Target, string Rule);
