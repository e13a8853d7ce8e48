using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>Another target, tolerance, curve or scope of an indicator.</summary>
public sealed record IndicatorTerm(int IndicatorNumber, IndicatorChange Change) : RuleTerm;
