using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>All that the bureau has before it when it writes a bulletin.</summary>
/// <param name="Facts">The plan.</param>
/// <param name="Period">The quarter.</param>
/// <param name="Numbers">As they are now.</param>
/// <param name="Proposed">自动拟稿, worded from the numbers as they are now.</param>
/// <param name="Saved">The last 文稿; null while nobody has saved one.</param>
/// <param name="Issued">The last edition; null while nothing was issued.</param>
public sealed record BulletinDesk(
    PlanFacts Facts, ReportingPeriod Period, BulletinFacts Numbers, BulletinContent Proposed, BulletinVersion? Saved, BulletinEdition? Issued)
{
    /// <summary>What is gone on with.</summary>
    public BulletinContent Content => Saved?.Content ?? Proposed;

    /// <summary>发布版本 that the numbers are of; null while the quarter is not locked.</summary>
    public Release? Release => Facts.LastReleaseOf(Period.Quarter);

    /// <summary>What the words would say otherwise than they were issued; nothing while nothing was issued.</summary>
    public IReadOnlyList<BulletinChange> ChangesOf(BulletinContent content) =>
        Issued is null ? [] : [.. BulletinChange.Numbers(Issued, Numbers), .. BulletinChange.Words(Issued, content, Numbers)];
}
