using System.ComponentModel.DataAnnotations;

namespace Tongliao.GreenDev.Application.Users.Passwords;

/// <summary>Rules for passwords; section <c>Passwords</c>.</summary>
public sealed class PasswordsOptions : IPortalOptions
{
    /// <summary>Longer ones are refused, so that hashing cannot be made expensive.</summary>
    public const int MaximumLength = 128;

    public static string Section => "Passwords";

    /// <summary>Characters at least, 12–64. Default 12.</summary>
    [Range(12, 64, ErrorMessage = "应在 12 到 64 之间（位）")]
    public int MinimumLength { get; set; } = 12;

    /// <summary>Whether three of upper case, lower case, digits and other characters are asked for (等保). Default true.</summary>
    public bool RequireThreeClasses { get; set; } = true;

    /// <summary>Days after which a password has to be changed at the next sign-in, 0–3,650; 0 switches it off. Default 90.</summary>
    [Range(0, 3650, ErrorMessage = "应在 0 到 3650 之间（天），0 为不限")]
    public int MaximumAgeDays { get; set; } = 90;

    /// <summary>Former passwords that are not accepted again, besides the current one, 1–24. Default 5.</summary>
    [Range(1, 24, ErrorMessage = "应在 1 到 24 之间（个）")]
    public int Remembered { get; set; } = 5;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA512, 10,000–10,000,000. Default 210,000 (OWASP).</summary>
    [Range(10_000, 10_000_000, ErrorMessage = "应在 10000 到 10000000 之间（次）")]
    public int HashRounds { get; set; } = 210_000;
}
