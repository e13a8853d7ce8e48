using Microsoft.Extensions.Configuration;
using Tongliao.GreenDev.Web.Hosting;

namespace Tongliao.GreenDev.Web.Tests.Hosting;

public sealed class PortalSettingsTests
{
    [Fact]
    public void AreUsable_WithDefaults_True()
    {
        using var errors = new StringWriter();

        Assert.True(PortalSettings.AreUsable(new ConfigurationBuilder().Build(), errors));
        Assert.Empty(errors.ToString());
    }

    [Fact]
    public void AreUsable_ManyWrong_NamesAllWithTheirKeys()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Circuits:MaxPerUser"] = "0",
            ["Circuits:DisconnectedSeconds"] = "soon",
            ["Web:BehindTls"] = "perhaps",
            ["Web:AllowedOrigins:0"] = "https://green.example/",
            ["Proxy:KnownProxies:0"] = "proxy",
        }).Build();
        using var errors = new StringWriter();

        Assert.False(PortalSettings.AreUsable(configuration, errors));
        var lines = errors.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal(6, lines.Length);
        Assert.Contains(lines, line => line.Contains("Circuits__MaxPerUser", StringComparison.Ordinal) && line.Contains("“0”", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Circuits__DisconnectedSeconds", StringComparison.Ordinal) && line.Contains("整数", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Web__BehindTls", StringComparison.Ordinal) && line.Contains("true 或 false", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Web__AllowedOrigins__0", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Proxy__KnownProxies__0", StringComparison.Ordinal));
    }
}
