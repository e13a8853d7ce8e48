using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>更正: a request to put another statement in the place of an approved one, also of a locked quarter. What it says now is the value's revision of that version.</summary>
public sealed class Correction
{
    public long Id { get; private init; }

    public required long ValueId { get; init; }

    /// <summary>Of the approved value that it is about.</summary>
    public required int Version { get; init; }

    /// <summary>What it is to say.</summary>
    public required Statement Statement { get; init; }

    /// <summary>更正原因.</summary>
    public required string Reason { get; init; }

    /// <summary>When and by whom it was asked for.</summary>
    public required Recording Recorded { get; init; }
}
