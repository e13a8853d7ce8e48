using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>What the operator reads when the portal cannot start.</summary>
public sealed partial class StartTests(PortalBrowser browser)
{
    [Fact]
    public async Task Serve_FirstPasswordTooCommon_EndsAndNamesTheSetting()
    {
        await using var portal = new PortalProcess { Settings = { ["GREENDEV_ADMIN_PASSWORD"] = "Mima-2026-Mima" } };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(portal.ServeAsync);

        Assert.Contains("环境变量 GREENDEV_ADMIN_PASSWORD 的密码不能用：", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_SeveralWrongSettings_EndsAndNamesThemAll()
    {
        await using var portal = new PortalProcess { Settings = { ["Circuits__MaxPerUser"] = "0", ["Sessions__IdleMinutes"] = "viel" } };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(portal.ServeAsync);

        Assert.Contains("Circuits", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Sessions", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_FirstStartOnATakenPort_ThePasswordOfTheSecondWorks()
    {
        await using var portal = new PortalProcess();
        using var squatter = new TcpListener(IPAddress.Loopback, new Uri(portal.Address).Port);
        squatter.Start();
        var hangingUp = HangUpAsync(squatter);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(portal.ServeAsync);
        Assert.Contains("端口已被占用", failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(PasswordIn(failure.Message));

        squatter.Stop();
        await hangingUp;
        await portal.ServeAsync();
        await portal.WaitForOutputAsync("平台已启动", TimeSpan.FromSeconds(10));
        var password = PasswordIn(portal.Output[portal.Output.LastIndexOf("系统管理员：", StringComparison.Ordinal)..]);

        await using var administrator = await browser.VisitorAsync(portal.Address);
        await administrator.SignInFirstTimeAsync("admin", password);
        await portal.StopAsync(TimeSpan.FromSeconds(30));

        var before = portal.Output.Length;
        await portal.ServeAsync();
        Assert.DoesNotContain("一次性密码", portal.Output[before..], StringComparison.Ordinal);
    }

    /// <summary>Another program's port: it takes every call and says nothing.</summary>
    private static async Task HangUpAsync(TcpListener squatter)
    {
        try
        {
            while (true)
            {
                (await squatter.AcceptTcpClientAsync()).Dispose();
            }
        }
        catch (SocketException)
        {
            // Stopped.
        }
    }

    private static string PasswordIn(string output) => OneTimePassword().Match(output).Groups[1].Value;

    [GeneratedRegex("系统管理员：admin，一次性密码 (\\S+)（")]
    private static partial Regex OneTimePassword();
}
