using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>The ratings of every quarter of a plan up to one, each by what was in force for it.</summary>
/// <param name="Facts">The plan as published.</param>
/// <param name="Units">Those the reader may see, each whole before what is below it.</param>
/// <param name="Quarters">Ascending; at least one.</param>
public sealed record RatingLedger(PlanFacts Facts, IReadOnlyList<ReportingUnit> Units, IReadOnlyList<RatingMatrix> Quarters)
{
    /// <summary>The quarter up to which it goes.</summary>
    public RatingMatrix Last => Quarters[^1];
}
