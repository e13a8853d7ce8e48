namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>A section of the plan's tasks: one of the five (一)–(五) or the safeguards (保障措施).</summary>
public sealed class PlanSection
{
    public int Id { get; private init; }

    /// <summary>Order in the plan, from 1.</summary>
    public required int Number { get; init; }

    public required string Heading { get; init; }

    /// <summary>保障措施: how the work is secured, not what is to be built.</summary>
    public required bool IsSafeguard { get; init; }
}
