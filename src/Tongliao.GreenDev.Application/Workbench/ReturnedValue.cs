using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>A value in the clerk's hands again.</summary>
public sealed record ReturnedValue(Quarter Quarter, Indicator Indicator, string Reason);
