using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>A threshold as the bureau has set it.</summary>
/// <param name="Parameter"><see cref="CheckParameter.Key"/>.</param>
/// <param name="Value">In its unit.</param>
/// <param name="IndicatorNumber">序号 of the indicator whose field it is for; null for every field.</param>
/// <param name="Field">The field; null for every field.</param>
public sealed record CheckSetting(string Parameter, decimal Value, int? IndicatorNumber = null, InputKey? Field = null);
