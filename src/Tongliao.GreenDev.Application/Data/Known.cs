namespace Tongliao.GreenDev.Application.Data;

/// <summary>What of all that was recorded counts: everything up to a moment, and of what came later only corrections (更正) up to another.</summary>
/// <param name="At">The moment; null for all that is known.</param>
/// <param name="CorrectedTo">That of the release; null where there is none.</param>
internal readonly record struct Known(DateTimeOffset? At, DateTimeOffset? CorrectedTo)
{
    /// <summary>All that is known now.</summary>
    public static Known Now { get; }

    public bool Includes(DateTimeOffset recorded, bool isCorrection) => At is null || recorded <= At || (isCorrection && recorded <= CorrectedTo);
}
