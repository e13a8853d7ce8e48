using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>No form lets the browser check: it would speak its own language, not the page's.</summary>
[Collection<ReadersOfDemoSite>]
public sealed class FormTests(DemoSite site)
{
    /// <summary>What cuts or checks a text by itself; the library's own length, half a million, cuts nothing that anybody types.</summary>
    private const string Checks = "[maxlength]:not([maxlength='524288']), [pattern], [type=number], [type=email], [type=url]";

    [Theory]
    [InlineData(null, "/sign-in")]
    [InlineData("naiman-tb", "/account", "/account/password")]
    [InlineData("zhujian", "/review?period=2025Q3")]
    [InlineData("admin", "/admin/users")]
    [InlineData("shenji", "/audit")]
    public async Task Forms_OfEveryPage_AreCheckedByThePortal(string? loginName, params string[] addresses)
    {
        using var browser = await site.OpenAsync(loginName);
        foreach (var address in addresses)
        {
            using var answer = await browser.VisitAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{address} answered {answer.StatusCode}.");
            var forms = (await Markup.PageAsync(answer)).QuerySelectorAll<IHtmlFormElement>("form").Where(HasFields).ToList();
            Assert.True(forms.Count > 0, $"{address} has no form.");
            Assert.All(forms, form => Assert.True(form.HasAttribute("novalidate"), $"{address}: {form.OuterHtml[..Math.Min(200, form.OuterHtml.Length)]}"));
            Assert.All(forms, form => Assert.Empty(form.QuerySelectorAll(Checks)));
        }
    }

    private static bool HasFields(IElement form) => form.QuerySelector("input:not([type=hidden]), select, textarea") is not null;
}
