using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Switches the county's review (县级审核) of a unit off or on again, by a document. The last one holds; without one there is a review.</summary>
public sealed class CountyReviewOrder
{
    public long Id { get; private init; }

    public required int UnitId { get; init; }

    /// <summary>Whether the county reviews; where not, what is submitted goes straight to the city.</summary>
    public required bool IsReviewed { get; init; }

    /// <summary>文号.</summary>
    public required string Document { get; init; }

    /// <summary>Counts a unit's orders from 1.</summary>
    public required int Version { get; init; }

    public required Recording Recorded { get; init; }
}
