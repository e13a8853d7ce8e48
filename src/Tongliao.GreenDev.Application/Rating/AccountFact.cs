namespace Tongliao.GreenDev.Application.Rating;

/// <summary>One fact of an account, in Chinese.</summary>
public sealed record AccountFact(string Label, string Text);
