using System.Text.Json;

namespace Tongliao.GreenDev.Web.Tests.Hosting;

/// <summary>What the file says of a request, and what it keeps to itself.</summary>
public sealed class PortalLoggingTests
{
    [Fact]
    public async Task Request_OfAPerson_IsOneLineWithTheAccountAndWithoutTheQuery()
    {
        await using var host = await TestHost.StartAsync();
        var cookie = await host.SignInAsync();

        using var answer = await host.VisitAsync("/test/closed?q=张三", cookie);

        var line = Assert.Single(host.LogLines(), line => PathOf(line) == "/test/closed");
        Assert.Equal("GET", line.GetProperty("RequestMethod").GetString());
        Assert.Equal((int)answer.StatusCode, line.GetProperty("StatusCode").GetInt32());
        Assert.Equal("7", line.GetProperty("UserId").GetString());
        Assert.Equal("clerk", line.GetProperty("Role").GetString());
        Assert.True(line.GetProperty("Elapsed").GetDouble() >= 0);
        Assert.NotEmpty(line.GetProperty("RequestId").GetString()!);
        Assert.DoesNotContain("张三", Uri.UnescapeDataString(string.Concat(host.LogLines())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_ThatFails_IsAnErrorWithItsCause()
    {
        await using var host = await TestHost.StartAsync();

        using var answer = await host.VisitAsync("/test/fault");

        var line = Assert.Single(host.LogLines(), line => PathOf(line) == "/test/fault" && line.TryGetProperty("Elapsed", out _));
        Assert.Equal("Error", line.GetProperty("@l").GetString());
        Assert.Contains(host.LogLines(), line => line.TryGetProperty("@x", out var cause) && cause.GetString()!.Contains("the inside", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Request_AboutHealth_IsNotLogged()
    {
        await using var host = await TestHost.StartAsync();

        using var answer = await host.VisitAsync("/health/live");
        using var other = await host.VisitAsync("/test/closed");

        Assert.Contains(host.LogLines(), line => PathOf(line) == "/test/closed");
        Assert.DoesNotContain(host.LogLines(), line => PathOf(line) == "/health/live");
    }

    private static string? PathOf(JsonElement line) => line.TryGetProperty("RequestPath", out var path) ? path.GetString() : null;
}
