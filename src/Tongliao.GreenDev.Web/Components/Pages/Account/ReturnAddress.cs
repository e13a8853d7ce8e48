namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Where to go after signing in: an address of this portal, or its start page.</summary>
public static class ReturnAddress
{
    private const string Home = "/";

    /// <summary>A link may name another site or a script; browsers read a backslash as a slash and drop control characters.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) && !IsAccountStep(address) ? address : Home;

    private static bool IsAccountStep(string address) =>
        address.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase) || address.StartsWith("/session", StringComparison.OrdinalIgnoreCase);
}
