using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Tongliao.GreenDev.Web.Tests;

/// <summary>Markup as the tree that a browser makes of it.</summary>
internal static class Markup
{
    public static IHtmlDocument Page(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>A table's body, which a browser drops when it stands alone.</summary>
    public static IElement TableBody(string rows) => Page($"<table><tbody>{rows}</tbody></table>").QuerySelector("tbody")!;

    public static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer) => Page(await answer.Content.ReadAsStringAsync());

    /// <summary>The one field of a name.</summary>
    public static IElement Field(this IParentNode within, string name) => Assert.Single(within.QuerySelectorAll($"[name='{name}']"));

    /// <summary>What stands in the fields.</summary>
    public static IEnumerable<string?> Values(this IParentNode within) =>
        within.QuerySelectorAll("input, option[selected]").Select(field => field.GetAttribute("value"));

    /// <summary>The text of the page's one heading.</summary>
    public static string Heading(string html) => Assert.Single(Page(html).QuerySelectorAll("h1")).TextContent;

    public static async Task<string> HeadingAsync(HttpResponseMessage answer) => Heading(await answer.Content.ReadAsStringAsync());

    /// <summary>The texts of the elements that a selector finds, in order.</summary>
    public static IReadOnlyList<string> Texts(this IParentNode within, string selector) =>
        [.. within.QuerySelectorAll(selector).Select(element => element.TextContent.Trim())];
}
