using System.Net;

namespace Tongliao.GreenDev.Web.Tests.Hosting;

public sealed class CircuitOriginTests
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    [InlineData("https://green.example", HttpStatusCode.OK)]
    [InlineData("https://localhost", HttpStatusCode.Forbidden)] // Another scheme is another origin.
    [InlineData("http://localhost:81", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)] // A sandboxed frame.
    public async Task Negotiate_ByOrigin_OnlyOwnAndAllowedPass(string? origin, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync(("Web:AllowedOrigins:0", "https://green.example"));
        using var request = new HttpRequestMessage(HttpMethod.Post, Negotiate);
        request.Headers.Add("Cookie", await host.SignInAsync());
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Circuits_WhilePortalStops_AreUnavailable()
    {
        await using var host = await TestHost.StartAsync();
        host.StopLifetime();
        using var response = await host.Client.PostAsync(Negotiate, null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }
}
