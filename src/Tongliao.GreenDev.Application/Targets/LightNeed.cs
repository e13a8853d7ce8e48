using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>Something without which lights of a year are not there, or are not right.</summary>
/// <param name="Indicator">Which lights.</param>
/// <param name="Year">Of which year.</param>
/// <param name="What">Chinese: what is missing, for example 2024年末数.</param>
/// <param name="Without">Chinese: what comes of it.</param>
/// <param name="IsRequired">There is no light without it.</param>
/// <param name="Units">Of which units it is missing.</param>
public sealed record LightNeed(Indicator Indicator, int Year, string What, string Without, bool IsRequired, IReadOnlyList<ReportingUnit> Units);
