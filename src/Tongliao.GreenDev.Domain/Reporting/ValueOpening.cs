namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Which reviewer opened a version of a value first, and when; from then on the clerk cannot withdraw it.</summary>
public sealed class ValueOpening
{
    public required long ValueId { get; init; }

    public required int Version { get; init; }

    public required Guid ById { get; init; }

    /// <summary>Name with office, as it was then.</summary>
    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}
