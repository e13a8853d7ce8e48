using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Whether one unit's county reviews, and by which documents it came to be so.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Orders">The latest first; none where it was never switched.</param>
public sealed record CountyReviewLine(ReportingUnit Unit, IReadOnlyList<CountyReviewOrder> Orders)
{
    /// <summary>What holds; null where it was never switched.</summary>
    public CountyReviewOrder? Order => Orders.Count > 0 ? Orders[0] : null;

    public bool IsReviewed => Order?.IsReviewed ?? true;

    /// <summary>Of the last order, 0 for none.</summary>
    public int Version => Order?.Version ?? 0;
}
