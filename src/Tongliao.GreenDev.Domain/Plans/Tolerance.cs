namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>预警容差: how far a value may be off and still be amber.</summary>
public sealed record Tolerance(ToleranceKind Kind, decimal Value);
