namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>
/// How an open question (待确认问题) was answered: by a reading, whose changes are amendments recorded with it, or in words where only a
/// definition was open. Rows are only ever added; the latest holds.
/// </summary>
public sealed class AnsweredQuestion
{
    public int Id { get; private init; }

    public required int PlanId { get; init; }

    public required string QuestionId { get; init; }

    /// <summary>Which answer of the question it is, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Of the chosen reading; null for an answer in words.</summary>
    public required string? ReadingKey { get; init; }

    /// <summary>The reading in words as it was then, or the answer.</summary>
    public required string Words { get; init; }

    public required RuleDecision Decision { get; init; }

    public required Recording Recorded { get; init; }
}
