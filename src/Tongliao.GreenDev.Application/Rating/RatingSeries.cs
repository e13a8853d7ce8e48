using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>One indicator over all quarters of the plan.</summary>
/// <param name="Facts">The plan and its quarters, as they are looked at.</param>
/// <param name="Ratings">By quarter; in each of the units that the reader may see and the city.</param>
public sealed record RatingSeries(PlanFacts Facts, IReadOnlyList<IndicatorRating> Ratings)
{
    /// <inheritdoc cref="RatingMatrix.Since"/>
    public IReadOnlyList<ChangedLight>? Since { get; init; }
}
