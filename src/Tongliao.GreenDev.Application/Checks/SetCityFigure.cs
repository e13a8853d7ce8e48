using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>What a yearbook says of the city, as the bureau types it.</summary>
/// <param name="IndicatorNumber">序号.</param>
/// <param name="Field">Of which number.</param>
/// <param name="Year">统计年度.</param>
/// <param name="Value">In the field's unit.</param>
/// <param name="Document">来源.</param>
/// <param name="Version">The version that was read, 0 for none there; null to follow whatever stands there.</param>
public sealed record SetCityFigure(int IndicatorNumber, InputKey Field, int? Year, decimal? Value, string? Document, int? Version = null);
