using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>延期: one unit may report a quarter until a later day than the others. The last version holds; rows are only ever added.</summary>
public sealed class Extension
{
    public long Id { get; private init; }

    public required int PlanId { get; init; }

    public required Quarter Quarter { get; init; }

    public required int UnitId { get; init; }

    /// <summary>Counts a unit's extensions of a quarter from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The last day on which the unit may type, and is on time; null for an extension that was withdrawn (撤销).</summary>
    public required DateOnly? Until { get; init; }

    public required string Reason { get; init; }

    /// <summary>批准人: who granted it.</summary>
    public required string Grantor { get; init; }

    /// <summary>文号 of a document that says so; null where there is none.</summary>
    public required string? Document { get; init; }

    public required Recording Recorded { get; init; }

    /// <summary>Whether the unit may still type.</summary>
    public bool IsRunning(DateOnly today) => Until >= today;
}
