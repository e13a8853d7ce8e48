using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>What was last recorded of a commitment; all null for nothing.</summary>
public sealed record CurrentCommitment(int Version, DateOnly? KeptOn, string? Reason) : CurrentState(Version);
