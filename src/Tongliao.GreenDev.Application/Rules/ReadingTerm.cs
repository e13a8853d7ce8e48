namespace Tongliao.GreenDev.Application.Rules;

/// <summary>An open question (待确认问题) answered by one of its readings.</summary>
public sealed record ReadingTerm(string QuestionId, string ReadingKey) : RuleTerm;
