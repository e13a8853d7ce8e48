namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>How a person likes the frame, kept in cookies that shell.js writes, so that the page comes right at once. What else stands in them is ignored.</summary>
/// <param name="Theme"><c>light</c> or <c>dark</c>; null follows the system.</param>
/// <param name="IsFolded">The menu shows icons alone.</param>
/// <param name="IsRoomy">The entry sheet has roomy rows (宽松).</param>
public sealed record ShellChoices(string? Theme, bool IsFolded, bool IsRoomy)
{
    public const string Light = "light";
    public const string Dark = "dark";
    public const string ThemeCookie = "greendev-theme";
    public const string MenuCookie = "greendev-menu";
    public const string RowsCookie = "greendev-rows";

    public static ShellChoices Of(HttpContext? context) => new(
        context?.Request.Cookies[ThemeCookie] switch
        {
            Light => Light,
            Dark => Dark,
            _ => null,
        },
        context?.Request.Cookies[MenuCookie] == "icons",
        context?.Request.Cookies[RowsCookie] == "roomy");
}
