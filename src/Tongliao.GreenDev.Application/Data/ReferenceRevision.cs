namespace Tongliao.GreenDev.Application.Data;

/// <summary>Counts changes to plan, periods, baselines and targets, so that every node knows when its copy is old.</summary>
public sealed class ReferenceRevision
{
    /// <summary>The table's only row.</summary>
    public const int OnlyId = 1;

    public int Id { get; private init; } = OnlyId;

    public long Number { get; private set; }
}
