namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>A question that the plan leaves open (待确认问题), with the default taken until it is answered.</summary>
public sealed class OpenQuestion
{
    /// <summary>For example <c>Q4</c>.</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<int> IndicatorNumbers { get; init; }

    public required string Question { get; init; }

    public required string DefaultAnswer { get; init; }
}
