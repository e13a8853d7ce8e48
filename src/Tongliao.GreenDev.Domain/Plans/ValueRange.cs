namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>A closed range of values.</summary>
public sealed record ValueRange(decimal Lower, decimal Upper)
{
    public bool Contains(decimal value) => value >= Lower && value <= Upper;
}
