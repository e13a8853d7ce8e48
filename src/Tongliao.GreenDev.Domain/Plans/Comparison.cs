namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>How a value must stand to its target.</summary>
public enum Comparison
{
    AtLeast,
    MoreThan,
    AtMost,
}
