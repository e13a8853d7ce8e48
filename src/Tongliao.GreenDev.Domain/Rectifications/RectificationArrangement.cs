using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rectifications;

/// <summary>整改安排: what a county does about a rectification, who answers for it and until when. A changed one is another version; none is lost.</summary>
public sealed class RectificationArrangement
{
    /// <summary>Of the measures, characters.</summary>
    public const int LongestMeasures = 500;

    /// <summary>Of who answers for it, characters.</summary>
    public const int LongestOwner = 64;

    public int Id { get; private init; }

    public required int PlanId { get; init; }

    public required int UnitId { get; init; }

    public required int IndicatorId { get; init; }

    /// <summary>The quarter that opened the rectification.</summary>
    public required Quarter Opened { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Version { get; init; }

    /// <summary>整改措施.</summary>
    public required string Measures { get; init; }

    /// <summary>责任人: name and post, as a county says it.</summary>
    public required string Owner { get; init; }

    /// <summary>整改期限: the last day.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Whether the bureau has set the day: the county does not move it then.</summary>
    public required bool IsDueSetByBureau { get; init; }

    public required Recording Recorded { get; init; }
}
