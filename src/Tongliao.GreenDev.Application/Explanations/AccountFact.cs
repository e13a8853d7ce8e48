namespace Tongliao.GreenDev.Application.Explanations;

/// <summary>One fact of an account, in Chinese.</summary>
public sealed record AccountFact(string Label, string Text);
