using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>The last arrangement as it stands by now; all null when there is none.</summary>
public sealed record CurrentArrangement(int Version, string? Measures, string? Owner, DateOnly? DueOn) : CurrentState(Version);
