using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>Whose rectifications a reader may look for.</summary>
/// <param name="Facts">The plan.</param>
/// <param name="Units">In the order of the plan.</param>
public sealed record RectificationReader(PlanFacts Facts, IReadOnlyList<ReportingUnit> Units);
