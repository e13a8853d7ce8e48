namespace Tongliao.GreenDev.Application.Users;

/// <summary>A new password for oneself.</summary>
/// <param name="Current">The one so far.</param>
/// <param name="Replacement">The new one.</param>
/// <param name="EndsTokens">Whether one's tokens end too: they were made by whoever knew the password.</param>
public sealed record OwnPassword(string? Current, string? Replacement, bool EndsTokens = false);
