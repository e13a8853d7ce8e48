using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Benchmarks;

/// <summary>The published portal with demo data, as a process of its own.</summary>
internal sealed partial class PublishedPortal : IAsyncDisposable
{
    // One account stands for a whole city here.
    private readonly PortalProcess process = new() { Settings = { ["Circuits__MaxPerUser"] = "10000" } };

    private PublishedPortal()
    {
    }

    public string Address => process.Address;

    public int ProcessId => process.ProcessId;

    public static async Task<PublishedPortal> StartAsync()
    {
        var portal = new PublishedPortal();
        await portal.process.RunAsync("seed-demo");
        await portal.process.ServeAsync();
        return portal;
    }

    /// <summary>A person who has signed in with a demo account.</summary>
    public async Task<Visitor> SignInAsync(string loginName)
    {
        var cookies = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
        var form = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
            ["Form.LoginName"] = loginName,
            ["Form.Password"] = DemoUsers.Password,
        }));
        return answer.StatusCode == HttpStatusCode.Redirect
            ? new Visitor(client, cookies)
            : throw new InvalidOperationException($"{loginName} could not sign in: {answer.StatusCode}");
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    internal sealed class Visitor(HttpClient client, CookieContainer cookies) : IDisposable
    {
        public string CookieHeader => cookies.GetCookieHeader(client.BaseAddress!);

        /// <summary>The bytes of a page's HTML.</summary>
        public async Task<int> GetAsync(string path)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            return answer.StatusCode == HttpStatusCode.OK
                ? (await answer.Content.ReadAsByteArrayAsync()).Length
                : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path} answered {answer.StatusCode}"));
        }

        /// <summary>The bytes that a browser with nothing in its cache receives until the page is at rest, circuit included.</summary>
        public async Task<long> FirstVisitBytesAsync(string path)
        {
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = SystemChromium.Path, Args = SystemChromium.Arguments });
            var context = await browser.NewContextAsync();
            await context.AddCookiesAsync(cookies.GetCookies(client.BaseAddress!).Select(cookie =>
                new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Url = client.BaseAddress!.ToString() }));
            var page = await context.NewPageAsync();
            var network = await context.NewCDPSessionAsync(page);
            long bytes = 0;
            network.Event("Network.loadingFinished").OnEvent += (_, data) =>
                Interlocked.Add(ref bytes, (long)data!.Value.GetProperty("encodedDataLength").GetDouble());
            network.Event("Network.webSocketFrameReceived").OnEvent += (_, data) =>
                Interlocked.Add(ref bytes, data!.Value.GetProperty("response").GetProperty("payloadData").GetString()!.Length * 3L / 4);
            await network.SendAsync("Network.enable");
            await page.GotoAsync(new Uri(client.BaseAddress!, path).ToString());
            await Assertions.Expect(page.Locator("[data-island]:not([data-interactive])")).ToHaveCountAsync(0);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            return Interlocked.Read(ref bytes);
        }

        public void Dispose() => client.Dispose();
    }
}
