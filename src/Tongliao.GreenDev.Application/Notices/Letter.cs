namespace Tongliao.GreenDev.Application.Notices;

/// <summary>What is handed to a channel.</summary>
/// <param name="Id">The same however often it is tried, so that who gets it twice can tell.</param>
/// <param name="Address">Of a mail; empty for a group.</param>
/// <param name="Subject">Of a mail.</param>
/// <param name="Text">Plain text.</param>
public sealed record Letter(Guid Id, string Address, string Subject, string Text);
