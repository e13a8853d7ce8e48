namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>How far an indicator reaches, in the words of annex and text.</summary>
public sealed record ScopeText(string Annex, string Task);
