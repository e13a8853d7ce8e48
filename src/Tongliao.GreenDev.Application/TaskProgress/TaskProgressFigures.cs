namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>Tasks in a quarter and commitments as of today, to be counted.</summary>
public sealed record TaskProgressFigures(TaskProgressOverview Overview, IReadOnlyList<CommitmentLine> Commitments);
