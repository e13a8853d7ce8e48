using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>The corrections that a reader may see.</summary>
/// <param name="Reader">Whoever reads.</param>
/// <param name="Facts">The plan and periods.</param>
/// <param name="Lines">What waits first, then the latest.</param>
public sealed record CorrectionList(Actor Reader, PlanFacts Facts, IReadOnlyList<CorrectionLine> Lines);
