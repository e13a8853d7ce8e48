using System.Net;
using System.Text.Json;
using Tongliao.GreenDev.Web.Hosting;

namespace Tongliao.GreenDev.Web.Tests.Hosting;

public sealed class PipelineTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/status/404")]
    [InlineData("/app.css")]
    [InlineData("/test/fault")]
    public async Task EveryAnswer_CarriesTheSecurityHeaders(string address)
    {
        await using var host = await TestHost.StartAsync();
        using var response = await host.VisitAsync(address);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Page_IsNeverStored_AssetIsKept()
    {
        await using var host = await TestHost.StartAsync();
        using var page = await host.VisitAsync("/test/closed", await host.SignInAsync());
        using var asset = await host.VisitAsync("/app.css");

        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
        Assert.False(asset.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Https_BehindTls_GetsHstsAndHostCookies()
    {
        await using var host = await TestHost.StartAsync(("Web:BehindTls", "true"));
        host.Client.BaseAddress = new Uri("https://localhost");
        using var response = await host.Client.GetAsync("/test/sign-in");

        Assert.Contains("max-age=", response.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlainHttp_BehindTls_IsSentToHttpsExceptHealth()
    {
        await using var host = await TestHost.StartAsync(("Web:BehindTls", "true"));
        using var page = await host.VisitAsync("/test/closed?a=1");
        using var health = await host.VisitAsync("/health/live");

        Assert.Equal(HttpStatusCode.PermanentRedirect, page.StatusCode);
        Assert.Equal("https://localhost/test/closed?a=1", page.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task ClosedEndpoint_WithoutSignIn_SendsPeopleToSignInAndPrograms401()
    {
        await using var host = await TestHost.StartAsync();
        using var page = await host.VisitAsync("/test/closed");
        using var program = await host.Client.GetAsync("/api/test/closed");
        using var circuit = await host.Client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Contains("/sign-in?returnUrl=%2Ftest%2Fclosed", page.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, program.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, circuit.StatusCode);
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "没有找到")]
    [InlineData("/test/admin", HttpStatusCode.Forbidden, "没有权限")]
    [InlineData("/test/fault", HttpStatusCode.InternalServerError, "系统出错")]
    public async Task WhatGoesWrong_IsTold_ToPeopleByAPage(string address, HttpStatusCode status, string title)
    {
        await using var host = await TestHost.StartAsync();
        using var response = await host.VisitAsync(address, await host.SignInAsync());
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(title, Markup.Heading(html));
        Assert.Contains("请求编号", html, StringComparison.Ordinal);
        Assert.DoesNotContain("the inside", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/nowhere", 404, "not_found", "没有找到")]
    [InlineData("/api/test/closed", 401, "unauthenticated", "尚未登录")]
    [InlineData("/api/test/fault", 500, "internal_error", "系统出错")]
    public async Task WhatGoesWrong_IsTold_ToProgramsByProblemDetails(string address, int status, string code, string title)
    {
        await using var host = await TestHost.StartAsync();
        using var response = await host.Client.GetAsync(address);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
        Assert.Equal(title, problem.RootElement.GetProperty("title").GetString());
        Assert.DoesNotContain("the inside", problem.RootElement.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/test/fault")]
    [InlineData("/api/test/fault")]
    public async Task Fault_IsLoggedAsTheAnswerSays(string address)
    {
        await using var host = await TestHost.StartAsync();
        using var response = await host.VisitAsync(address);

        Assert.Contains("错误已记录", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(host.Errors.Entries, entry => entry.Contains("the inside", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PostWithoutFormToken_IsRefusedWithAPage()
    {
        await using var host = await TestHost.StartAsync();
        using var response = await host.VisitAsync("/status/404", method: HttpMethod.Post);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("请求无法识别", await Markup.HeadingAsync(response));
    }

    [Fact]
    public async Task ApiCalls_OverTheLimit_Get429WithRetryAfter()
    {
        await using var host = await TestHost.StartAsync(("RateLimits:ApiPerMinute", "2"));
        using var first = await host.Client.GetAsync("/api/test/limited");
        using var second = await host.Client.GetAsync("/api/test/limited");
        using var third = await host.Client.GetAsync("/api/test/limited");

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.True(third.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Contains("rate_limited", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApiCalls_WithoutGoodToken_OverTheLimit_Get429WithRetryAfter()
    {
        await using var host = await TestHost.StartAsync(("RateLimits:FailedApiPerMinute", "2"));
        using var first = await host.Client.GetAsync("/api/test/closed");
        using var second = await host.Client.GetAsync("/api/test/closed");
        using var third = await host.Client.GetAsync("/api/test/closed");
        using var page = await host.VisitAsync("/status/404");

        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.True(third.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Contains("rate_limited", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(119)]
    [InlineData(6000)]
    public void Bucket_RefillsWhatIsAllowedAMinute(int perMinute)
    {
        var bucket = PortalRateLimits.BucketOf(perMinute);

        Assert.Equal(perMinute, bucket.TokenLimit);
        Assert.Equal(perMinute, bucket.TokensPerPeriod * 60 / bucket.ReplenishmentPeriod.TotalSeconds, 3);
        Assert.True(bucket.ReplenishmentPeriod >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task SignInLimit_CountsPostsOnly()
    {
        await using var host = await TestHost.StartAsync(("RateLimits:SignInPerMinute", "1"));
        using var post = await host.VisitAsync("/test/limited", method: HttpMethod.Post);
        using var refused = await host.VisitAsync("/test/limited", method: HttpMethod.Post);
        using var read = await host.VisitAsync("/test/limited");

        Assert.Equal(HttpStatusCode.OK, post.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("操作过于频繁", await Markup.HeadingAsync(refused));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }
}
