namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>A question that the plan leaves open (待确认问题), with the default taken until it is answered.</summary>
public sealed class OpenQuestion
{
    /// <summary>For example <c>Q4</c>.</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<int> IndicatorNumbers { get; init; }

    public required string Question { get; init; }

    public required string DefaultAnswer { get; init; }

    /// <summary>How it may be read, where that decides a light: two at least, one of them the default. Empty where only a definition is open.</summary>
    public required IReadOnlyList<QuestionReading> Readings { get; init; }
}
