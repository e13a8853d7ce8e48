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
}
