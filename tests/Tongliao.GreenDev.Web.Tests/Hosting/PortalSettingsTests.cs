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

    [Theory]
    [InlineData("11", "12", true)]
    [InlineData("12", "12", false)]
    [InlineData("20", "21", true)]
    public void AreUsable_FileThatNoRequestCanHold_IsSaid(string file, string request, bool isUsable)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Evidence:MaxFileMegabytes"] = file, ["Web:MaxRequestMegabytes"] = request }).Build();
        using var errors = new StringWriter();

        Assert.Equal(isUsable, PortalSettings.AreUsable(configuration, errors));
        Assert.Equal(isUsable, !errors.ToString().Contains("Evidence__MaxFileMegabytes", StringComparison.Ordinal));
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
            ["Web:AllowedHosts:0"] = "https://green.example",
            ["Proxy:KnownProxies:0"] = "proxy",
            ["Proxy:KnownNetworks:0"] = "10.0.0.0/33",
        }).Build();
        using var errors = new StringWriter();

        Assert.False(PortalSettings.AreUsable(configuration, errors));
        var lines = errors.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal(8, lines.Length);
        Assert.Contains(lines, line => line.Contains("Circuits__MaxPerUser", StringComparison.Ordinal) && line.Contains("“0”", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Circuits__DisconnectedSeconds", StringComparison.Ordinal) && line.Contains("整数", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Web__BehindTls", StringComparison.Ordinal) && line.Contains("true 或 false", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Web__AllowedOrigins__0", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Web__AllowedHosts__0", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Proxy__KnownProxies__0", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Proxy__KnownNetworks__0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Mail__Security", "StartTls、Tls、None", "Mail:Host", "mail.example.gov.cn", "Mail:From", "t@example.gov.cn", "Mail:Security", "ssl")]
    [InlineData("Mail__From", "发件邮箱", "Mail:Host", "mail.example.gov.cn")]
    [InlineData("Mail__From", "发件邮箱", "Mail:Host", "mail.example.gov.cn", "Mail:From", "平台 <t@example.gov.cn>")]
    [InlineData("Mail__Host", "不带端口", "Mail:Host", "smtp://mail.example.gov.cn", "Mail:From", "t@example.gov.cn")]
    [InlineData("Mail__User", "同时设置", "Mail:User", "tongzhi")]
    [InlineData("Mail__Security", "明文", "Mail:User", "tongzhi", "Mail:Password", "k3y", "Mail:Security", "None")]
    [InlineData("Mail__AuthorityFile", "没有这个文件", "Mail:AuthorityFile", "/nowhere/ca.pem")]
    [InlineData("WeCom__Webhook", "https://", "WeCom:Webhook", "http://qyapi.example/send?key=k3y")]
    [InlineData("DingTalk__Webhook", "https://", "DingTalk:Webhook", "qyapi.example/k3y", "DingTalk:Secret", "k3y")]
    [InlineData("Messages__PortalAddress", "完整网址", "Messages:PortalAddress", "green.example.gov.cn")]
    [InlineData("Messages__KeepDays", "7 到 3650", "Messages:KeepDays", "1")]
    public void AreUsable_WrongChannel_IsSaidByItsKey_WithoutSecrets(string key, string words, params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Chunk(2).ToDictionary(pair => pair[0], string? (pair) => pair[1])).Build();
        using var errors = new StringWriter();

        Assert.False(PortalSettings.AreUsable(configuration, errors));
        var line = Assert.Single(errors.ToString().TrimEnd().Split(Environment.NewLine).Skip(1));
        Assert.Contains(key, line, StringComparison.Ordinal);
        Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.DoesNotContain("k3y", line, StringComparison.Ordinal);
    }

    [Fact]
    public void AreUsable_ChannelsAsTheyAreMeant_True()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mail:Host"] = "10.8.0.25", ["Mail:From"] = "t@example.gov.cn", ["Mail:User"] = "t", ["Mail:Password"] = "k3y", ["Mail:Security"] = "tls", ["Mail:Port"] = "465",
            ["WeCom:Webhook"] = "https://qyapi.example/send?key=k3y", ["DingTalk:Webhook"] = "http://127.0.0.1:9/send", ["DingTalk:Secret"] = "k3y",
            ["Messages:PortalAddress"] = "https://green.example.gov.cn/",
        }).Build();
        using var errors = new StringWriter();

        Assert.True(PortalSettings.AreUsable(configuration, errors), errors.ToString());
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("Proxy:KnownProxies:0", "10.0.0.1", true)]
    [InlineData("Proxy:KnownNetworks:0", "172.31.77.0/24", true)]
    public void AreUsable_BehindTls_OnlyWithAKnownProxy(string? key, string? value, bool expected)
    {
        var settings = new Dictionary<string, string?> { ["Web:BehindTls"] = "true" };
        if (key is not null)
        {
            settings[key] = value;
        }

        using var errors = new StringWriter();

        Assert.Equal(expected, PortalSettings.AreUsable(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), errors));
        Assert.Equal(!expected, errors.ToString().Contains("Web__BehindTls", StringComparison.Ordinal));
        Assert.Equal(!expected, errors.ToString().Contains("Proxy__KnownNetworks__0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0475-1234567", "工作日 8:30–17:30", null)]
    [InlineData("+86 (475) 1234567", "", null)]
    [InlineData("", "", null)]
    [InlineData("请打电话", "", "Office__Phone")]
    [InlineData("0475-1234567 转 2", "", "Office__Phone")]
    [InlineData("", "工作日", "Office__Hours")]
    public void AreUsable_WhomToCall_OnlyANumberAndItsHours(string phone, string hours, string? wrong)
    {
        var settings = new Dictionary<string, string?> { ["Office:Phone"] = phone, ["Office:Hours"] = hours };
        using var errors = new StringWriter();

        Assert.Equal(wrong is null, PortalSettings.AreUsable(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), errors));
        Assert.Contains(wrong ?? "", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("一个太长的单位名称一个太长的单位名称一个太长的单位名称一个太长的单位名称一个太长的单位名称")]
    public void AreUsable_OrganiserWithoutAUsableName_SaysSo(string organiser)
    {
        var settings = new Dictionary<string, string?> { ["Office:Organiser"] = organiser };
        using var errors = new StringWriter();

        Assert.False(PortalSettings.AreUsable(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), errors));
        Assert.Contains("Office__Organiser", errors.ToString(), StringComparison.Ordinal);
    }
}
