using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>Values of one quarter that wait for the reader's decision.</summary>
public sealed record WaitingQuarter(Quarter Quarter, int Values);
