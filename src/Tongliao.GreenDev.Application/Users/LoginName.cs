using System.Text.RegularExpressions;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>What a login name (登录名) may look like; upper and lower case are one name.</summary>
public static partial class LoginName
{
    public const string Advice = "登录名为2至32位英文字母、数字、点、下划线或短横线，以字母或数字开头，例如 naiman.zhang。";

    public static bool IsValid(string name) => Pattern().IsMatch(name);

    /// <summary>A name as typed, without what does not show and in half-width letters.</summary>
    public static string Read(string? typed) => TypedText.Sought(typed);

    /// <summary>The form by which names are compared, and which a unique index guards.</summary>
    public static string Normalise(string name) => Read(name).ToUpperInvariant();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{1,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
