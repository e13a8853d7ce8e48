using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>What a committed change has still to tell every node. Written in the change's own transaction; kept for some days.</summary>
public sealed class OutboxEntry
{
    public long Id { get; private init; }

    /// <summary>By the clock of the database.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Whose report; null for periods, baselines and targets.</summary>
    public required string? UnitCode { get; init; }

    public required Quarter? Quarter { get; init; }

    /// <summary>What was done to the report; null likewise.</summary>
    public required RevisionKind? Kind { get; init; }

    /// <summary>The task whose report was changed (任务进展); null for what is not of tasks.</summary>
    public int? TaskNumber { get; init; }

    /// <summary>Null for the system.</summary>
    public required Guid? ById { get; init; }
}
