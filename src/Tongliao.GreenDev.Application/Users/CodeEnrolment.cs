namespace Tongliao.GreenDev.Application.Users;

/// <summary>A key waiting for its first code.</summary>
/// <param name="Key">In groups of four letters, for typing into the app.</param>
/// <param name="Address">The otpauth address, for an app that takes it as text or picture.</param>
public sealed record CodeEnrolment(string Key, string Address);
