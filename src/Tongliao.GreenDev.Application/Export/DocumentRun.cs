namespace Tongliao.GreenDev.Application.Export;

/// <summary>A piece of a paragraph.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Tag">By what a linked number is found again, in Word and in the file; null for words.</param>
internal sealed record DocumentRun(string Text, string? Tag = null);
