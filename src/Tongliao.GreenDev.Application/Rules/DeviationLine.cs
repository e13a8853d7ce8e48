using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>An accepted deviation (认可偏差) as it was recorded.</summary>
/// <param name="Unit">Whose, also a whole.</param>
/// <param name="Indicator">Of what.</param>
/// <param name="Deviation">Until when, and by which decision.</param>
/// <param name="Holds">Whether it holds today.</param>
public sealed record DeviationLine(ReportingUnit Unit, Indicator Indicator, AcceptedDeviation Deviation, bool Holds);
