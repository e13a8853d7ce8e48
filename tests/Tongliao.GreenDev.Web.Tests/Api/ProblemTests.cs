using System.Net;
using System.Net.Http.Headers;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Tests.Api;

public sealed class ProblemTests(ApiPortal portal) : IClassFixture<ApiPortal>
{
    [Theory]
    [InlineData("Bearer", "nonsense")]
    [InlineData("Bearer", "gdt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic", "YWRtaW46YWRtaW4=")]
    public async Task WrongToken_Is401InChinese(string scheme, string token)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, token);

        (await new ApiClient(http).GetAsync("/api/v1/plan")).RequireProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task TokenPastItsDay_Is401()
    {
        var client = await portal.SignUpAsync(Domain.Organisation.UserRole.Leader);
        (await client.GetAsync("/api/v1/plan")).RequireOk();

        var now = portal.Time.GetUtcNow();
        portal.Time.AdjustTime(now.AddDays(31));
        var late = await client.GetAsync("/api/v1/plan");
        portal.Time.AdjustTime(now);

        late.RequireProblem(401, "unauthenticated");
    }

    [Theory]
    [InlineData("/api/v1/values?period=2024Q3&region=150599", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/ratings", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    public async Task Api_OpenedInABrowser_StillAnswersWithProblemDetails(string address, HttpStatusCode status)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", portal.Leader.Token);
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        (await new ApiClient(http).GetAsync(address)).RequireProblem((int)status);
    }

    [Fact]
    public async Task Export_RefusedToABrowser_IsToldByAPage()
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", portal.Auditor.Token);
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html,*/*");

        using var response = await http.GetAsync("/exports/annex.xlsx?period=2024Q3");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("没有权限", await Markup.HeadingAsync(response));
    }

    [Fact]
    public async Task Export_WithoutSession_SendsABrowserToSignIn()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html,*/*");

        using var response = await http.GetAsync("/exports/annex.xlsx?period=2024Q3");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains("/sign-in", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_AreNeverKeptAndNeverSniffed()
    {
        var answer = (await portal.Anonymous.GetAsync("/openapi/v1.json")).RequireOk();

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
