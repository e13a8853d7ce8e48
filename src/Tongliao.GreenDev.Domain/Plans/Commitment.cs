namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>A quantified or dated commitment of the text which is not in the annex.</summary>
public sealed class Commitment
{
    public int Id { get; private init; }

    public required int Number { get; init; }

    public required int TaskNumber { get; init; }

    /// <summary>The exact phrase of the plan.</summary>
    public required string Phrase { get; init; }

    /// <summary>Kind of commitment, for example <c>dated_numeric</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The year until whose end it is to be kept (到2025年); null where the text says none.</summary>
    public required int? UntilYear { get; init; }

    /// <summary>The year from whose beginning it is to be kept ever after (2023年起); null where the text says none.</summary>
    public required int? SinceYear { get; init; }

    /// <summary>The last day; null where the text says none.</summary>
    public DateOnly? DueOn => UntilYear is { } year ? new DateOnly(year, 12, 31) : null;
}
