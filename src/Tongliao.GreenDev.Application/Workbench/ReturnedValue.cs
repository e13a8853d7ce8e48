using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>A value in the clerk's hands again.</summary>
/// <param name="Quarter">Whose.</param>
/// <param name="Indicator">Which.</param>
/// <param name="Reason">退回原因.</param>
/// <param name="DueOn">The working day by which it is to be submitted again.</param>
/// <param name="IsOverdue">That day is over.</param>
public sealed record ReturnedValue(Quarter Quarter, Indicator Indicator, string Reason, DateOnly DueOn, bool IsOverdue);
