using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Npgsql;
using Tongliao.GreenDev.Application.Demo;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>The portal behind the proxy that docker-compose.yml ships, with the settings that it ships.</summary>
public sealed partial class TlsProxyTests(PortalBrowser browser, ProxiedPortal portal) : IClassFixture<ProxiedPortal>
{
    /// <summary>The proxy itself stands at 127.0.0.1.</summary>
    private static readonly IPAddress Visitor = IPAddress.Parse("127.0.0.9");

    [Fact]
    public async Task Visitor_SignsInAndSaves_ThroughTheProxy()
    {
        await using var visitor = await browser.VisitorAsync(portal.Proxy.Address);
        await visitor.SignInAsync("naiman-tb", DemoUsers.Password);
        Assert.StartsWith(portal.Proxy.Address, visitor.Page.Url, StringComparison.Ordinal);

        var sheet = await EntrySheet.OpenAsync(visitor.Page);
        await sheet.SaveAsync(20, "amount", "4.75");
        await visitor.Page.ReloadAsync();
        await sheet.ExpectLiveAsync();
        await Expect(sheet.Field(20, "amount")).ToHaveValueAsync("4.75");
        Assert.Contains("__Host-greendev-session=", await visitor.CookieHeaderAsync(), StringComparison.Ordinal);
        visitor.AssertNoComplaints();
    }

    [Fact]
    public async Task SignIn_ThroughTheProxy_SecureCookieOwnAddressAndCircuit()
    {
        using var client = ClientFrom(Visitor);
        using var signedIn = await SignInAsync(client, "kulun-tb");

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.DoesNotContain("http://", signedIn.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var session = signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-greendev-session=", StringComparison.Ordinal));
        Assert.Contains("; secure", session, StringComparison.Ordinal);
        Assert.Contains("max-age=", signedIn.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        Assert.Equal(Visitor.ToString(), await portal.LastSignInAddressAsync("kulun-tb"));

        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(client, session, portal.Proxy.Address));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(client, session, $"https://{NginxProxy.ForeignHost}"));
    }

    [Fact]
    public async Task ForwardedHeaders_ClaimedByAVisitor_AreNotBelieved()
    {
        using var client = ClientFrom(Visitor);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.66.66.66");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var signedIn = await SignInAsync(client, "zhalute-tb");
        Assert.Equal(Visitor.ToString(), await portal.LastSignInAddressAsync("zhalute-tb"));

        // Past the proxy, from an address that is none of the known ones: plain HTTP stays plain HTTP.
        using var direct = new HttpRequestMessage(HttpMethod.Get, portal.Process.Address + "/sign-in");
        direct.Headers.Host = NginxProxy.Host;
        using var answer = await client.SendAsync(direct);
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal($"https://{NginxProxy.Host}/sign-in", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Host_Foreign_IsRefusedByProxyAndPortalAndHealthAnswers()
    {
        using var client = ClientFrom(Visitor);
        foreach (var address in new[] { portal.Proxy.Address, portal.Proxy.PlainAddress, portal.Process.Address })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address + "/sign-in");
            request.Headers.Host = NginxProxy.ForeignHost;
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("访问", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var health = await client.GetAsync(portal.Process.Address + "/health/ready");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task PlainHttp_AtTheProxy_IsSentToHttps()
    {
        using var client = ClientFrom(Visitor);
        using var answer = await client.GetAsync(portal.Proxy.PlainAddress + "/entry?period=2025Q4");

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal($"https://{NginxProxy.Host}/entry?period=2025Q4", answer.Headers.Location!.OriginalString);
    }

    private async Task<HttpResponseMessage> SignInAsync(HttpClient client, string loginName)
    {
        var address = new Uri(portal.Proxy.Address + "/sign-in?returnUrl=/entry");
        using var page = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var token = FormToken().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = token,
            ["Form.LoginName"] = loginName,
            ["Form.Password"] = DemoUsers.Password,
        });
        using var post = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        post.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        return await client.SendAsync(post);
    }

    private async Task<HttpStatusCode> NegotiateAsync(HttpClient client, string session, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, portal.Proxy.Address + "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Cookie", session.Split(';')[0]);
        request.Headers.Add("Origin", origin);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>A browser without script on another address of this machine.</summary>
    private HttpClient ClientFrom(IPAddress address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions =
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { portal.Proxy.Certificate },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        DefaultRequestHeaders = { { "Accept", "text/html" } },
    };

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}

/// <summary>A portal with the settings of docker-compose.yml behind its proxy.</summary>
public sealed class ProxiedPortal(DemoData data) : IAsyncLifetime
{
    private NginxProxy? proxy;

    public PortalProcess Process { get; } = new();

    public NginxProxy Proxy => proxy!;

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, value) in NginxProxy.PortalSettings())
        {
            Process.Settings[name] = value;
        }

        await data.ServeAsync(Process);
        proxy = await NginxProxy.StartAsync(Process);
    }

    /// <summary>The address in the audit of a person's latest sign-in.</summary>
    public async Task<string?> LastSignInAddressAsync(string loginName)
    {
        await using var database = await Process.OpenDatabaseAsync();
        await using var read = new NpgsqlCommand(
            "SELECT address FROM audit_events WHERE kind = 'sign-in' AND succeeded AND subject = $1 ORDER BY id DESC LIMIT 1", database)
        {
            Parameters = { new() { Value = $"user {loginName}" } },
        };
        return await read.ExecuteScalarAsync() as string;
    }

    public async ValueTask DisposeAsync()
    {
        if (proxy is not null)
        {
            await proxy.DisposeAsync();
        }

        await Process.DisposeAsync();
    }
}
