using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Notices;

namespace Tongliao.GreenDev.Application.Tests.Notices;

/// <summary>What is said to the robots of groups, and how their answers are read.</summary>
public sealed class RobotSenderTests
{
    private static readonly Letter Letter = new(Guid.CreateVersion7(), "", "", "奈曼旗：请于10月15日前报齐2025年三季度数据");

    [Fact]
    public async Task Send_WeCom_SaysTheTextByItsKey()
    {
        await using var robot = await RobotReceiver.StartAsync();

        await SendAsync(robot);

        var (text, query) = Assert.Single(robot.Heard);
        Assert.Equal((Letter.Text, "k3y-of-the-group"), (text, query["key"].ToString()));
    }

    [Fact]
    public async Task Send_DingTalkWithSecret_SignsTimeAndSecret()
    {
        await using var robot = await RobotReceiver.StartAsync();
        var options = new DingTalkOptions { Webhook = robot.Address + "/robot/send?access_token=t", Secret = "SEC1" };
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1760000000000));

        await new DingTalkSender(Options.Create(options), time).SendAsync(Letter, CancellationToken.None);

        var query = Assert.Single(robot.Heard).Query;
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes("SEC1"), Encoding.UTF8.GetBytes("1760000000000\nSEC1")));
        Assert.Equal(("t", "1760000000000", expected), (query["access_token"].ToString(), query["timestamp"].ToString(), query["sign"].ToString()));
    }

    [Theory]
    [InlineData(200, """{"errcode":93000,"errmsg":"invalid webhook url"}""", "群机器人不存在或已被移出群，请核对 Webhook 地址（错误码93000）")]
    [InlineData(200, """{"errcode":45009,"errmsg":"api freq out of limit"}""", "群机器人发送太频繁（错误码45009）")]
    [InlineData(200, """{"errcode":310000,"errmsg":"sign not match"}""", "钉钉机器人的安全设置不符，请核对加签密钥、关键词或IP白名单（错误码310000）")]
    [InlineData(200, """{"errcode":40058,"errmsg":"x"}""", "群机器人拒收（错误码40058）")]
    [InlineData(200, "{}", "群机器人的回应无法识别")]
    [InlineData(200, "<html>", "群机器人的回应无法识别")]
    [InlineData(403, "", "群机器人拒收（403）")]
    [InlineData(302, "", "群机器人拒收（302）")]
    public async Task Send_NotTaken_IsToldWithoutTheAddress(int status, string answer, string message)
    {
        await using var robot = await RobotReceiver.StartAsync();
        (robot.Status, robot.Answer) = (status, answer);

        var fault = await Assert.ThrowsAsync<MessageException>(() => SendAsync(robot));

        Assert.Equal((message, false), (fault.Message, fault.IsForGood));
        Assert.DoesNotContain("k3y-of-the-group", fault.ToString(), StringComparison.Ordinal);
        Assert.Single(robot.Heard);
    }

    [Fact]
    public async Task Send_EndlessAnswer_IsNotReadToItsEnd()
    {
        await using var robot = await RobotReceiver.StartAsync();
        robot.Answer = "{\"errcode\":0," + new string(' ', 100_000) + "\"errmsg\":\"ok\"}";

        Assert.Equal("群机器人的回应无法识别", (await Assert.ThrowsAsync<MessageException>(() => SendAsync(robot))).Message);
    }

    [Fact]
    public async Task Send_NobodyThere_IsToldWithoutTheAddress()
    {
        var robot = await RobotReceiver.StartAsync();
        var address = robot.Address;
        await robot.DisposeAsync();

        var fault = await Assert.ThrowsAsync<MessageException>(() => SendAsync(address));

        Assert.Equal("连接不上群机器人", fault.Message);
        Assert.DoesNotContain("k3y-of-the-group", fault.ToString(), StringComparison.Ordinal);
    }

    private static Task SendAsync(RobotReceiver robot) => SendAsync(robot.Address);

    private static Task SendAsync(string address) =>
        new WeComSender(Options.Create(new WeComOptions { Webhook = address + "/cgi-bin/webhook/send?key=k3y-of-the-group" })).SendAsync(Letter, CancellationToken.None);
}
