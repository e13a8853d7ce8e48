using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>A unit's baseline (基数).</summary>
public sealed record BaselineTerm(string UnitCode, int IndicatorNumber, ReportedInputs Inputs) : RuleTerm;
