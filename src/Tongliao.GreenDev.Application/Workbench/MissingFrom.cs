using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>What an indicator lacks from some units.</summary>
public sealed record MissingFrom(Indicator Indicator, IReadOnlyList<ReportingUnit> Units);
