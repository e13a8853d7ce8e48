using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>A target as it was entered, and the quarters that are judged by it now.</summary>
public sealed record EnteredTarget(UnitTarget Target, IReadOnlyList<Quarter> AppliesTo);
