namespace Tongliao.GreenDev.Application.Rules;

/// <summary>What the bureau records of what lights rest on (判定规则), with the document behind it.</summary>
/// <param name="Terms">What changes; no reported numbers.</param>
/// <param name="EffectiveFrom">The day from which it holds.</param>
/// <param name="Document">依据文件.</param>
/// <param name="DecidedBy">决定机关.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsCorrection">更正: also of quarters that are locked.</param>
/// <param name="Version">Of the rules that were read; null to follow whatever stands there.</param>
public sealed record DecideRules(
    IReadOnlyList<RuleTerm> Terms, DateOnly? EffectiveFrom, string? Document, string? DecidedBy, string? Reason, bool IsCorrection, int? Version);
