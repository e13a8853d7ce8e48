using Tongliao.GreenDev.Web.Components.Pages.Dashboard;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Where to go after signing in: an address of this portal, or its start page.</summary>
public static class ReturnAddress
{
    private const string Home = "/";

    /// <summary>A link may name another site or a script; browsers read a backslash as a slash and drop control characters.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) && !IsAccountStep(address) ? Page(address) : Home;

    /// <summary>A download would leave the form on the screen: its figures are on the dashboard, which takes the same choices.</summary>
    private static string Page(string address) => address.StartsWith("/exports/", StringComparison.OrdinalIgnoreCase)
        ? DashboardView.Path + (address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? address[query..] : "")
        : address;

    private static bool IsAccountStep(string address) =>
        address.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase) || address.StartsWith("/session", StringComparison.OrdinalIgnoreCase);
}
