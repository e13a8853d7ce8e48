namespace Tongliao.GreenDev.Application.Periods;

/// <summary>What was typed where a reason is asked for.</summary>
public sealed record AskedReason(string? Typed);
