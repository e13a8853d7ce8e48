using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>Whoever tries tokens is held back without asking the database; whoever has one is not.</summary>
public sealed class FailedCallTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Limit = 3;

    private readonly string folder = Directory.CreateTempSubdirectory("greendev-failed-").FullName;
    private readonly StandingTime time = new(new DateTimeOffset(2024, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private StatementCounter counter = null!;
    private PortalFactory portal = null!;

    public async ValueTask InitializeAsync()
    {
        var connection = await postgres.CreateDatabaseAsync();
        counter = new StatementCounter(connection);
        portal = new PortalFactory(connection, folder, time) { FailedApiPerMinute = Limit };
    }

    [Fact]
    public async Task MadeUpTokens_OverTheLimit_AreRefusedWithoutTheDatabase_GoodOnesAreNot()
    {
        var good = await TokenAsync();
        for (var i = 0; i < Limit; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync($"gdt_{i}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await CallAsync("gdt_made-up"));
        Assert.Equal(0, await counter.DuringAsync(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                Assert.Equal(HttpStatusCode.TooManyRequests, await CallAsync($"gdt_again-{i}"));
            }
        }));
        Assert.Equal(HttpStatusCode.OK, await CallAsync(good));
        Assert.Equal(HttpStatusCode.TooManyRequests, await CallAsync(token: null));
    }

    [Fact]
    public async Task GoodToken_NeverCountsAsFailed_NewOneIsKnownSoon()
    {
        var first = await TokenAsync();
        for (var i = 0; i < Limit * 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await CallAsync(first));
        }

        for (var i = 0; i <= Limit; i++)
        {
            await CallAsync("gdt_made-up");
        }

        var second = await TokenAsync();
        time.Advance(LiveTokens.Believed);
        Assert.Equal(HttpStatusCode.OK, await CallAsync(second));
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        counter.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> TokenAsync()
    {
        var caller = await TestPeople.AddAsync(portal.Services, UserRole.Leader);
        return (await portal.Services.GetRequiredService<TokenService>().CreateAsync(caller, "test", 30, CancellationToken.None)).Token;
    }

    private async Task<HttpStatusCode> CallAsync(string? token)
    {
        using var client = portal.CreateClient();
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.GetAsync(new Uri("/api/v1/periods", UriKind.Relative));
        Assert.Equal(answer.StatusCode == HttpStatusCode.TooManyRequests, answer.Headers.RetryAfter is not null);
        return answer.StatusCode;
    }
}
