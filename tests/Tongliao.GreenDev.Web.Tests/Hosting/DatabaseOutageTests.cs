using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Setup;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.EmbeddedPostgres;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Tests.Account;
using Tongliao.GreenDev.Web.Tests.Api;

namespace Tongliao.GreenDev.Web.Tests.Hosting;

/// <summary>The portal while its database is away, on a server of its own that the test stops and starts.</summary>
public sealed class DatabaseOutageTests : IAsyncLifetime
{
    private const string Password = "Vq7-mTz4-kWx9-hRb2";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"gdo-{Guid.CreateVersion7():N}");
    private readonly StandingTime time = new(new DateTimeOffset(2024, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private EmbeddedServer server = null!;
    private PortalFactory portal = null!;
    private Browser browser = null!;
    private ApiClient clerk = null!;
    private string session = "";

    public async ValueTask InitializeAsync()
    {
        await StartServerAsync();
        portal = new PortalFactory(server.ConnectionString, Path.Combine(folder, "portal"), time) { OwnerConnection = server.OwnerConnectionString };
        var administrator = await TestPeople.AddAsync(portal.Services, UserRole.Admin);
        var bureau = await ProgramAsync(await TestPeople.AddAsync(portal.Services, UserRole.Bureau));
        clerk = await ProgramAsync(await TestPeople.AddAsync(portal.Services, UserRole.Clerk, ApiPortal.Naiman));
        (await bureau.PostAsync($"/api/v1/periods/{NaimanReport.Period}/open", """{"due":"2024-10-15"}""")).RequireOk();

        var users = portal.Services.GetRequiredService<UserService>();
        var person = await users.CreateAsync(administrator, new NewUser("leader", "李四海", new Office(UserRole.Leader, null, null)), CancellationToken.None);
        await users.ChangeOwnPasswordAsync(new Caller(person.Id, ""), new OwnPassword(person.OneTimePassword, Password), CancellationToken.None);
        browser = new Browser(NewClient());
        using var signedIn = await browser.SignInAsync(person.LoginName, Password);
        session = browser.Cookies;
    }

    [Fact]
    public async Task Away_EverybodyIsTold_AndItGoesOnByItselfWhenBack()
    {
        using var before = await browser.VisitAsync("/dashboard");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await server.DisposeAsync();
        time.Advance(LiveSessions.Believed);

        var read = clerk.GetAsync("/api/v1/periods");
        var write = clerk.PutAsync($"{NaimanReport.Values}/2", NaimanReport.Ratio(218, 1000));
        var visit = browser.VisitAsync("/dashboard");
        var asked = browser.AskAsync(HttpMethod.Get, "/session");
        var ready = clerk.GetAsync("/health/ready");
        using (var client = NewClient())
        {
            client.DefaultRequestHeaders.Add("Cookie", session);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/app.css", UriKind.Relative))).StatusCode);
        }

        foreach (var answer in await Task.WhenAll(read, write))
        {
            answer.RequireProblem(503, "unavailable");
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        using var page = await visit;
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.NotNull(page.Headers.RetryAfter);
        Assert.Equal("服务暂不可用", Markup.Heading(html));
        Assert.Contains("请一分钟后重试", html, StringComparison.Ordinal);
        Assert.Contains("请求编号", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ready).Status);
        using var remaining = await asked;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, remaining.StatusCode);

        await StartServerAsync();

        (await clerk.GetAsync("/health/ready")).RequireOk();
        Assert.Equal(1, (int)(await clerk.PutAsync($"{NaimanReport.Values}/2", NaimanReport.Ratio(218, 1000))).RequireOk().Json["version"]!);
        using var after = await browser.VisitAsync("/dashboard");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Restart_NobodyIsTold_WhatWaitsIsDoneOnce()
    {
        await server.DisposeAsync();
        time.Advance(LiveSessions.Believed);
        var write = clerk.PutAsync($"{NaimanReport.Values}/3", NaimanReport.Ratio(58, 100));
        var visit = browser.VisitAsync("/dashboard");

        await Task.Delay(TimeSpan.FromSeconds(2));
        await StartServerAsync();

        (await write).RequireOk();
        using var page = await visit;
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Single((await clerk.GetAsync($"{NaimanReport.Values}/3/history")).RequireOk().Json.AsArray());
    }

    [Fact]
    public async Task Circuit_WhileAway_GoesOn_AndEndsWithItsSession()
    {
        var live = portal.Services.GetRequiredService<LiveSessions>();
        var id = await SessionIdAsync();
        Assert.True(await live.MayGoOnAsync(id, CancellationToken.None));
        await server.DisposeAsync();
        time.Advance(LiveSessions.Believed);

        Assert.True(await live.MayGoOnAsync(id, CancellationToken.None));

        await StartServerAsync();
        Assert.False(await live.MayGoOnAsync("ended", CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartServerAsync() => server = await EmbeddedServer.StartAsync(folder, NullLogger.Instance, CancellationToken.None);

    private async Task<string> SessionIdAsync()
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.Sessions.Select(known => known.Id).SingleAsync();
    }

    private HttpClient NewClient() =>
        portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    private async Task<ApiClient> ProgramAsync(Caller caller)
    {
        var token = await portal.Services.GetRequiredService<TokenService>().CreateAsync(caller, "test", 30, CancellationToken.None);
        var client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return new ApiClient(client);
    }
}
