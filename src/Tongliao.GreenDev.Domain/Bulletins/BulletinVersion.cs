using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>文稿 of a quarter's bulletin as it was saved. A changed one is another version; none is lost.</summary>
public sealed class BulletinVersion
{
    public int Id { get; private init; }

    public required int PlanId { get; init; }

    public required Quarter Quarter { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    public required BulletinContent Content { get; init; }

    public required Recording Recorded { get; init; }
}
