namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>What the operator reads when the portal cannot start.</summary>
public sealed class StartTests
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
}
