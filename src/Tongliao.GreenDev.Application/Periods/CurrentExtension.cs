using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>An extension as it stands by now.</summary>
public sealed record CurrentExtension(int Version, DateOnly? Until, string? Grantor) : CurrentState(Version);
