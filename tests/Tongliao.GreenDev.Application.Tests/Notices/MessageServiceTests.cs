using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Notices;

/// <summary>The log of what left the portal, and what the administrator does with it.</summary>
public sealed class MessageServiceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TwoPortals portals = null!;
    private Caller admin = null!;

    private MessageService Service => portals.Office.Get<MessageService>();

    private MessageQueries Queries => portals.Office.Get<MessageQueries>();

    public async ValueTask InitializeAsync()
    {
        portals = await TwoPortals.StartAsync(postgres);
        admin = await TestPeople.AddAsync(portals.First, UserRole.Admin);
    }

    public ValueTask DisposeAsync() => portals.DisposeAsync();

    [Fact]
    public async Task Test_ByMail_GoesToTheAdministratorsOwnAddress()
    {
        await using var server = new MailReceiver();
        portals.UseMail(server.Port);
        Assert.Contains("登记自己的邮箱", (await RefusedAsync(() => Service.TestAsync(admin, MessageChannel.Mail, CancellationToken.None))).Message, StringComparison.Ordinal);
        await portals.RegisterAsync(admin, "guanli@example.gov.cn");

        await Service.TestAsync(admin, MessageChannel.Mail, CancellationToken.None);
        await portals.SendAsync();

        Assert.Contains("To: guanli@example.gov.cn", Assert.Single(server.Taken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_GroupSaysThatItIsATest()
    {
        await using var robot = await RobotReceiver.StartAsync();
        portals.UseWeCom(robot.Address);

        await Service.TestAsync(admin, MessageChannel.WeCom, CancellationToken.None);
        await portals.SendAsync();

        Assert.Contains("正在试发消息", Assert.Single(robot.Heard).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(MessageChannel.DingTalk)]
    public async Task Test_NoChannelOrOneWithoutSettings_IsToldAtTheField(MessageChannel? channel) => Assert.Equal(
        "channel", Assert.Single((await RefusedAsync(() => Service.TestAsync(admin, channel, CancellationToken.None))).Errors).Field);

    [Fact]
    public async Task SendAgain_GivenUp_IsTriedFromTheBeginning()
    {
        await using var server = new MailReceiver { Recipient = "550 no such mailbox" };
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        await portals.RemindAsync();
        await portals.SendAsync();
        var failed = Assert.Single((await PageAsync(new MessageFilter(null, MessageState.Refused, ""))).Rows);
        Assert.True(failed.MayBeSentAgain);
        portals.Time.Advance(TimeSpan.FromDays(2));
        server.Recipient = "250 fine";

        await Service.SendAgainAsync(admin, failed.Id, CancellationToken.None);
        await portals.SendAsync();

        Assert.Single(server.Taken);
        Assert.Equal(RefusalCodes.WrongState, (await RefusedAsync(() => Service.SendAgainAsync(admin, failed.Id, CancellationToken.None))).Code);
    }

    [Fact]
    public async Task SendAgain_WhoWantsNoMailAnyMore_IsRefused()
    {
        await using var server = new MailReceiver { Recipient = "550 no such mailbox" };
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        await portals.RemindAsync();
        await portals.SendAsync();
        await portals.Office.Get<MailChoiceService>().WithdrawAsync(portals.Office.Clerk, CancellationToken.None);

        var refused = await RefusedAsync(async () => await Service.SendAgainAsync(admin, (await portals.MessageAsync()).Id, CancellationToken.None));

        Assert.Equal("收件人已更换邮箱或不再接收邮件，不能重发。", refused.Message);
    }

    [Fact]
    public async Task SendAgain_WhoseAccountIsDisabled_IsRefused()
    {
        await using var server = new MailReceiver { Recipient = "550 no such mailbox" };
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        await portals.RemindAsync();
        await portals.SendAsync();
        await portals.DisableAsync(portals.Office.Clerk);

        var refused = await RefusedAsync(async () => await Service.SendAgainAsync(admin, (await portals.MessageAsync()).Id, CancellationToken.None));

        Assert.Equal("收件人的账号已停用，不能重发。", refused.Message);
    }

    [Fact]
    public async Task Page_IsFilteredAndTurned_WithMaskedAddresses()
    {
        await using var server = new MailReceiver();
        await using var robot = await RobotReceiver.StartAsync();
        await portals.RegisterAsync(portals.Office.Clerk);
        portals.UseMail(server.Port);
        portals.UseWeCom(robot.Address);
        await portals.RemindAsync();
        await portals.RemindAsync();
        await portals.SendAsync();

        var mails = await PageAsync(new MessageFilter(MessageChannel.Mail, null, "奈曼旗"));
        Assert.Equal((2, "z***n@example.gov.cn"), (mails.Total, mails.Rows[0].MaskedAddress));
        var second = await Queries.PageAsync(portals.Office.Bureau, new MessageFilter(null, MessageState.Sent, ""), page: 1, size: 3, CancellationToken.None);
        Assert.Equal((1, 4), (second.Rows.Count, second.Total));
        Assert.Empty((await PageAsync(new MessageFilter(null, null, "%"))).Rows);
    }

    [Fact]
    public async Task Acts_OfOthers_AreForbidden()
    {
        Assert.Equal(RefusalKind.Forbidden, (await RefusedAsync(() => Service.TestAsync(portals.Office.Bureau, MessageChannel.Mail, CancellationToken.None))).Kind);
        Assert.Equal(RefusalKind.Forbidden, (await RefusedAsync(() => Service.SendAgainAsync(portals.Office.Bureau, Guid.Empty, CancellationToken.None))).Kind);
        Assert.Equal(RefusalKind.Forbidden, (await RefusedAsync(() => Queries.ChannelsAsync(portals.Office.Clerk, CancellationToken.None))).Kind);
        Assert.Equal(
            RefusalKind.Forbidden,
            (await RefusedAsync(() => Queries.PageAsync(portals.Office.Clerk, new MessageFilter(null, null, ""), 0, 10, CancellationToken.None))).Kind);
    }

    private Task<MessageExcerpt> PageAsync(MessageFilter filter) => Queries.PageAsync(admin, filter, page: 0, size: 20, CancellationToken.None);

    private static Task<RefusalException> RefusedAsync(Func<Task> act) => Assert.ThrowsAsync<RefusalException>(act);
}
