using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>An indicator with what it is judged by.</summary>
/// <param name="Published">As the plan has it.</param>
/// <param name="Now">As it is judged today.</param>
/// <param name="Versions">All amendments, the latest recorded first.</param>
public sealed record RuleLine(Indicator Published, Indicator Now, IReadOnlyList<IndicatorAmendment> Versions);
