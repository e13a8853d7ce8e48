namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>By what a rule is changed: from when, by which document, by whom and why.</summary>
/// <param name="EffectiveFrom">The day from which it holds: quarters whose report date lies before it are not judged by it.</param>
/// <param name="Document">依据文件.</param>
/// <param name="DecidedBy">决定机关.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsCorrection">更正: it holds for quarters that were locked before too, and makes a release of each that it changes.</param>
public sealed record RuleDecision(DateOnly EffectiveFrom, string Document, string DecidedBy, string Reason, bool IsCorrection);
