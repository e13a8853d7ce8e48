using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Tongliao.GreenDev.Web.Tests.Account;

public sealed class SessionEndpointTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task Session_NotSignedIn_UnauthorizedWithoutRedirect()
    {
        using var browser = portal.Open();

        using var remaining = await browser.AskAsync(HttpMethod.Get, "/session");
        using var extended = await browser.AskAsync(HttpMethod.Post, "/session/extend");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (remaining.StatusCode, extended.StatusCode));
    }

    [Fact]
    public async Task Session_Asked_CountsDown_PageAndExtend_StartAfresh()
    {
        using var browser = await portal.SignedInAsync();
        Assert.Equal(1800, await RemainingAsync(browser));

        portal.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1200, await RemainingAsync(browser));
        using var page = await browser.VisitAsync("/account");
        Assert.Equal(1800, await RemainingAsync(browser));

        portal.Time.Advance(TimeSpan.FromMinutes(28));
        Assert.Equal(120, await RemainingAsync(browser));
        using var extended = await browser.AskAsync(HttpMethod.Post, "/session/extend");
        Assert.Equal(HttpStatusCode.OK, extended.StatusCode);
        Assert.Equal(1800, await RemainingAsync(browser));
    }

    [Theory]
    [InlineData("/app.css")]
    [InlineData("/health/live")]
    [InlineData("/_blazor/initializers")]
    public async Task Session_WhatScriptsFetchThemselves_DoesNotExtendIt(string address)
    {
        using var browser = await portal.SignedInAsync();
        portal.Time.Advance(TimeSpan.FromMinutes(10));

        using var answer = await browser.AskAsync(HttpMethod.Get, address);

        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        Assert.Equal(1200, await RemainingAsync(browser));
    }

    [Fact]
    public async Task Page_AfterThirtyMinutes_LeadsToSignIn()
    {
        using var browser = await portal.SignedInAsync();
        portal.Time.Advance(TimeSpan.FromMinutes(30));

        using var answer = await browser.VisitAsync("/account");

        Assert.Contains("/sign-in", Browser.TargetOf(answer), StringComparison.Ordinal);
    }

    private static async Task<int> RemainingAsync(Browser browser)
    {
        using var answer = await browser.AskAsync(HttpMethod.Get, "/session");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("remainingSeconds").GetInt32();
    }
}
