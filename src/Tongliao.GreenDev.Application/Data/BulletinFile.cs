using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>The document of an edition of a bulletin (通报) as it was issued; never read with anything else.</summary>
public sealed class BulletinFile
{
    public required int PlanId { get; init; }

    public required Quarter Quarter { get; init; }

    /// <summary>Of the edition.</summary>
    public required int Number { get; init; }

    public required byte[] Content { get; init; }
}
