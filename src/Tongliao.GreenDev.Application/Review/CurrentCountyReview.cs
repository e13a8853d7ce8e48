using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Whether a unit's county reviews, as it stands by now.</summary>
public sealed record CurrentCountyReview(int Version, bool IsReviewed, string? Document) : CurrentState(Version);
