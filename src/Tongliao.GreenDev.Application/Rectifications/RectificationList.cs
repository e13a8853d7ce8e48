using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>The rectifications that a reader may see.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Facts">The plan.</param>
/// <param name="Lines">What asks for attention first; of a state what is due first, of those closed the latest.</param>
public sealed record RectificationList(Actor Reader, PlanFacts Facts, IReadOnlyList<RectificationLine> Lines);
