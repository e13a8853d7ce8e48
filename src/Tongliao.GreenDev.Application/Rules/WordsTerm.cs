namespace Tongliao.GreenDev.Application.Rules;

/// <summary>An open question about a definition alone, answered in words; no light changes.</summary>
public sealed record WordsTerm(string QuestionId, string Words) : RuleTerm;
