using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>Other numbers of one value; on trial only.</summary>
public sealed record InputTerm(ValueKey Key, ReportedInputs Inputs) : RuleTerm;
