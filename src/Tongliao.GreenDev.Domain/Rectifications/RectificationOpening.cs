using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rectifications;

/// <summary>That a county was told of a rectification: once, however often it is looked for.</summary>
public sealed class RectificationOpening
{
    public int Id { get; private init; }

    public required int PlanId { get; init; }

    public required int UnitId { get; init; }

    public required int IndicatorId { get; init; }

    /// <summary>The quarter that opened it.</summary>
    public required Quarter Opened { get; init; }

    public required Recording Recorded { get; init; }
}
