using Tongliao.GreenDev.Web.Components.Pages.Dashboard;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Where to go after signing in: an address of this portal, or its start page.</summary>
public static class ReturnAddress
{
    private const string Home = "/";

    /// <summary>A link may name another site or a script; browsers read a backslash as a slash and drop control characters.</summary>
    /// <returns>The address as it goes into a header: what is not ASCII is escaped, what is escaped already stays.</returns>
    public static string Local(string? address) =>
        IsLocal(address) && !address!.Any(char.IsControl) && Escaped(address!) is var escaped && IsLocal(escaped) && !IsAccountStep(escaped)
            ? Page(escaped) : Home;

    private static bool IsLocal(string? address) => address is ['/', ..] and not ['/', '/' or '\\', ..];

    /// <summary>The server refuses to send a header with a Chinese letter in it; browsers send addresses escaped, links written by hand are not.</summary>
    private static string Escaped(string address) =>
        Uri.TryCreate("http://portal" + address, UriKind.Absolute, out var absolute)
            ? absolute.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped)
            : Home;

    /// <summary>A download would leave the form on the screen: its figures are on the dashboard, which takes the same choices.</summary>
    private static string Page(string address) => address.StartsWith("/exports/", StringComparison.OrdinalIgnoreCase)
        ? DashboardView.Path + (address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? address[query..] : "")
        : address;

    private static bool IsAccountStep(string address) =>
        address.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase) || address.StartsWith("/session", StringComparison.OrdinalIgnoreCase);
}
