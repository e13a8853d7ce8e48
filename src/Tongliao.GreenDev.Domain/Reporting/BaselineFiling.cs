using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>基数申报: what a unit says its baseline is. Nothing is rated by it before the bureau has adopted it; a later one takes the place of one that waits.</summary>
public sealed class BaselineFiling
{
    /// <summary>Characters of each text.</summary>
    public const int LongestText = 500;

    public long Id { get; private init; }

    public required int UnitId { get; init; }

    public required int IndicatorId { get; init; }

    /// <summary>From 1 for each unit and indicator; the form carries the last one's back.</summary>
    public required int Number { get; init; }

    public required ReportedInputs Inputs { get; init; }

    /// <summary>依据和说明: where the numbers come from.</summary>
    public required string Ground { get; init; }

    /// <summary>佐证说明: which papers show them and where they are kept; null for none.</summary>
    public required string? Support { get; init; }

    public required Recording Recorded { get; init; }
}
