using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Notices;

/// <summary>What leaves the portal: to whom, once, and what becomes of it where nobody takes it.</summary>
public sealed class MessageDispatcherTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TwoPortals portals = null!;

    public async ValueTask InitializeAsync() => portals = await TwoPortals.StartAsync(postgres);

    public ValueTask DisposeAsync() => portals.DisposeAsync();

    [Fact]
    public async Task Tell_NothingConfigured_QueuesNothing_AndNothingIsSentLater()
    {
        await portals.RegisterAsync(portals.Office.Clerk);
        await portals.RemindAsync();
        Assert.Empty(await portals.MessagesAsync());

        await using var server = new MailReceiver();
        portals.UseMail(server.Port);

        Assert.Equal(0, await portals.SendAsync());
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task Send_FourRoundsOfTwoPortalsAtOnce_MailsOnce_WhatIsToBeDone()
    {
        await using var server = new MailReceiver();
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        portals.Set<MessagesOptions>(static options => options.PortalAddress = "https://portal.example/");
        await portals.RemindAsync();

        var sent = await Task.WhenAll(new[] { portals.First, portals.Second, portals.First, portals.Second }.Select(TwoPortals.SendAsync));

        Assert.Equal(1, sent.Sum());
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(server.Taken)));
        var mail = await MimeMessage.LoadAsync(stream);
        Assert.Equal("【通辽市绿色发展指标平台】催报：2025年三季度", mail.Subject);
        Assert.Contains("奈曼旗 填报员", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("请于10月15日前报齐2025年三季度数据", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://portal.example/entry?period=2025Q3", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("我的账号 → 通知方式", mail.TextBody, StringComparison.Ordinal);
        var message = await portals.MessageAsync();
        Assert.Equal((MessageState.Sent, TwoPortals.Address, 1, null), (message.State, message.Address, message.Tries, message.Fault));
    }

    [Fact]
    public async Task Tell_KindDeclinedOrMailWithdrawn_QueuesNothing()
    {
        await using var server = new MailReceiver();
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        var choices = portals.Office.Get<MailChoiceService>();
        await choices.ChooseAsync(portals.Office.Clerk, [NoticeKind.Extension], CancellationToken.None);
        await portals.RemindAsync();
        Assert.Empty(await portals.MessagesAsync());

        await choices.ChooseAsync(portals.Office.Clerk, [NoticeKind.Reminder], CancellationToken.None);
        await choices.WithdrawAsync(portals.Office.Clerk, CancellationToken.None);
        await portals.RemindAsync();
        Assert.Empty(await portals.MessagesAsync());
    }

    [Fact]
    public async Task Withdraw_WhileAMessageWaits_SendsItNoMore()
    {
        await using var server = new MailReceiver();
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        await portals.RemindAsync();
        await portals.Office.Get<MailChoiceService>().WithdrawAsync(portals.Office.Clerk, CancellationToken.None);

        Assert.Equal(0, await portals.SendAsync());
        var message = await portals.MessageAsync();
        Assert.Equal((MessageState.GivenUp, "收件人已取消邮件通知"), (message.State, message.Fault));
    }

    [Fact]
    public async Task Send_ServerThatIsAway_IsTriedSixTimesWithGrowingPauses_AndGivenUp()
    {
        await using var server = new MailReceiver { Recipient = "450 later" };
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        await portals.RemindAsync();
        var pauses = new List<int>();
        var last = portals.Time.GetUtcNow();
        for (var minute = 0; minute < 360; minute++)
        {
            var before = (await portals.MessageAsync()).Tries;
            await portals.SendAsync();
            await TwoPortals.SendAsync(portals.Second);
            if ((await portals.MessageAsync()).Tries > before)
            {
                pauses.Add((int)(portals.Time.GetUtcNow() - last).TotalMinutes);
                last = portals.Time.GetUtcNow();
            }

            portals.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([0, 1, 5, 15, 60, 240], pauses);
        var message = await portals.MessageAsync();
        Assert.Equal((MessageState.GivenUp, "邮件服务器暂时不收（450）"), (message.State, message.Fault));
    }

    [Fact]
    public async Task Send_RecipientRefusedForGood_IsNotTriedAgain()
    {
        await using var server = new MailReceiver { Recipient = "550 no such mailbox" };
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        await portals.RemindAsync();

        await portals.SendAsync();
        portals.Time.Advance(TimeSpan.FromHours(1));
        await portals.SendAsync();

        var message = await portals.MessageAsync();
        Assert.Equal((MessageState.Refused, 1, "收件邮箱不存在或拒收（550）"), (message.State, message.Tries, message.Fault));
    }

    [Fact]
    public async Task Send_PortalKilledBetweenYesAndNote_IsSentAgainByAnother_UnderTheSameMessageId()
    {
        await using var server = new MailReceiver();
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        await portals.RemindAsync();
        using var killed = new CancellationTokenSource();
        server.Taking = async () =>
        {
            await killed.CancelAsync();

            // The yes never arrives.
            throw new IOException("gone");
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => portals.First.GetRequiredService<MessageDispatcher>().SendDueAsync(killed.Token));
        server.Taking = static () => Task.CompletedTask;

        Assert.Equal(0, await TwoPortals.SendAsync(portals.Second));
        portals.Time.Advance(Message.Lease);
        Assert.Equal(1, await TwoPortals.SendAsync(portals.Second));

        Assert.Equal(2, server.Taken.Count);
        Assert.Single(server.Taken.Select(IdOf).Distinct());
        Assert.Equal((MessageState.Sent, 2), ((await portals.MessageAsync()).State, (await portals.MessageAsync()).Tries));
    }

    [Fact]
    public async Task Send_OvertakenByAnotherPortal_NotesNothing()
    {
        await using var server = new MailReceiver();
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        await portals.RemindAsync();
        server.Taking = async () =>
        {
            // Meanwhile its time has run out, and another portal has taken it up.
            await using var db = await portals.ContextAsync();
            await db.Messages.ExecuteUpdateAsync(static set => set.SetProperty(message => message.Tries, 2));
        };

        await portals.SendAsync();

        Assert.Equal((MessageState.Waiting, 2), ((await portals.MessageAsync()).State, (await portals.MessageAsync()).Tries));
    }

    [Fact]
    public async Task Send_SeveralNoticesOfAMinute_AreOneMessageInTheGroup_AndTheNextComesAMinuteLater()
    {
        await using var robot = await RobotReceiver.StartAsync();
        portals.UseWeCom(robot.Address);
        await portals.RemindAsync();
        await portals.RemindAsync();

        Assert.Equal(2, (await Task.WhenAll(TwoPortals.SendAsync(portals.First), TwoPortals.SendAsync(portals.Second))).Sum());
        Assert.Equal(
            """
            【通辽市绿色发展指标平台】
            奈曼旗：请于10月15日前报齐2025年三季度数据
            奈曼旗：请于10月15日前报齐2025年三季度数据
            请登录平台办理。
            """.ReplaceLineEndings("\n"),
            Assert.Single(robot.Heard).Text);

        await portals.RemindAsync();
        portals.Time.Advance(MessageDispatcher.BetweenGroupMessages - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await TwoPortals.SendAsync(portals.Second));
        portals.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await TwoPortals.SendAsync(portals.Second));
    }

    [Fact]
    public async Task Send_RobotAnswers200WithAFault_IsTriedAgain()
    {
        await using var robot = await RobotReceiver.StartAsync();
        portals.UseWeCom(robot.Address);
        robot.Answer = """{"errcode":45009,"errmsg":"freq"}""";
        await portals.RemindAsync();

        Assert.Equal(0, await portals.SendAsync());
        Assert.Equal((MessageState.Waiting, "群机器人发送太频繁（错误码45009）"), ((await portals.MessageAsync()).State, (await portals.MessageAsync()).Fault));
        robot.Answer = """{"errcode":0}""";
        portals.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await portals.SendAsync());
    }

    [Fact]
    public async Task Send_ChannelFailsUnforeseen_IsNotedWithoutItsWords_AndTheOthersGoOn()
    {
        await using var server = new MailReceiver();
        await using var robot = await RobotReceiver.StartAsync();
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        portals.UseWeCom(robot.Address);
        portals.Set<DingTalkOptions>(options => options.Webhook = robot.Address + "/robot/send");
        await portals.RemindAsync();
        portals.Set<WeComOptions>(static options => options.Webhook = "https://[k3y");

        Assert.Equal(2, await portals.SendAsync());

        Assert.Single(server.Taken);
        Assert.Single(robot.Heard);
        var failed = (await portals.MessagesAsync()).Single(message => message.Channel == MessageChannel.WeCom);
        Assert.Equal((MessageState.Waiting, 1, "发送时出现意外错误"), (failed.State, failed.Tries, failed.Fault));
    }

    [Fact]
    public async Task Tidy_ChannelSwitchedOffForADay_GivesUpWhatWaited_AndSwitchedOnAgainItFloodsNobody()
    {
        await using var robot = await RobotReceiver.StartAsync();
        portals.UseWeCom(robot.Address);
        await portals.RemindAsync();
        portals.Set<WeComOptions>(static options => options.Webhook = "");
        portals.Time.Advance(Message.Longest);
        portals.UseWeCom(robot.Address);

        Assert.Equal(0, await portals.SendAsync());
        await portals.Office.Get<MessageDispatcher>().TidyAsync(CancellationToken.None);

        Assert.Empty(robot.Heard);
        var message = await portals.MessageAsync();
        Assert.Equal((MessageState.GivenUp, "24小时内没有发出，渠道可能已停用"), (message.State, message.Fault));
    }

    [Fact]
    public async Task Send_AccountDisabledWhileItWaits_SendsItNoMore()
    {
        await using var server = new MailReceiver();
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        await portals.RemindAsync();
        await portals.DisableAsync(portals.Office.Clerk);

        Assert.Equal(0, await portals.SendAsync());
        await portals.Office.Get<MessageDispatcher>().TidyAsync(CancellationToken.None);

        Assert.Empty(server.Taken);
        var message = await portals.MessageAsync();
        Assert.Equal((MessageState.GivenUp, "收件人的账号已停用"), (message.State, message.Fault));
    }

    [Fact]
    public async Task Send_CodeThatIsNoLongerGood_IsGivenUp()
    {
        await using var server = new MailReceiver();
        portals.UseMail(server.Port);
        await portals.Office.Get<MailChoiceService>().AskAsync(portals.Office.Clerk, TwoPortals.Address, CancellationToken.None);
        portals.Time.Advance(MailChoice.CodeLasts);

        Assert.Equal(0, await portals.SendAsync());
        await portals.Office.Get<MessageDispatcher>().TidyAsync(CancellationToken.None);

        Assert.Empty(server.Taken);
        var message = await portals.MessageAsync();
        Assert.Equal((MessageState.GivenUp, "验证码已过期", ""), (message.State, message.Fault, message.Text));
    }

    [Fact]
    public async Task Tidy_KeptLongEnough_IsDeleted()
    {
        await using var robot = await RobotReceiver.StartAsync();
        portals.UseWeCom(robot.Address);
        portals.Set<MessagesOptions>(static options => options.KeepDays = 30);
        await portals.RemindAsync();
        await portals.SendAsync();
        portals.Time.Advance(TimeSpan.FromDays(30));
        await portals.Office.Get<MessageDispatcher>().TidyAsync(CancellationToken.None);
        Assert.Single(await portals.MessagesAsync());

        portals.Time.Advance(TimeSpan.FromMinutes(1));
        await portals.Office.Get<MessageDispatcher>().TidyAsync(CancellationToken.None);

        Assert.Empty(await portals.MessagesAsync());
    }

    private static string IdOf(string letter) => letter.Split('\n').First(line => line.StartsWith("Message-Id:", true, CultureInfo.InvariantCulture));
}
