using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Admin;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>发送记录 on the screen: every message with what became of it, a test, and what failed sent again.</summary>
public sealed class MessagesGridTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private Caller admin = null!;

    [Fact]
    public async Task Nothing_SaysSo_AndOffersNoTestWithoutAChannel()
    {
        await using var island = await GridAsync();

        Assert.Contains("还没有发送过消息", island.Island.WaitForElement(".empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(island.Island.FindAll("[data-act]"));
    }

    [Fact]
    public async Task Rows_ShowWhoWhenAndWhy_WithMaskedAddresses_AndAreFiltered()
    {
        UseWeCom();
        await AddAsync(Sent("张三（奈曼旗 填报员）"), GivenUp("李四（开鲁县 填报员）"), Waiting("王五（科左后旗 填报员）"));
        await using var island = await GridAsync();

        var rows = island.Island.WaitForElements("#messages tbody tr");
        Assert.Equal(["Waiting", "GivenUp", "Sent"], rows.Select(row => row.QuerySelector("[data-state]")!.GetAttribute("data-state")));
        Assert.Contains("连接不上邮件服务器", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("z***n@example.gov.cn", rows[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("zhangsan", island.Island.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("请于10月15日前报齐", island.Island.Markup, StringComparison.Ordinal);

        await island.Island.Find("select[name=state]").ChangeAsync(new() { Value = "sent" });

        island.Island.WaitForState(() => island.Island.FindAll("#messages tbody tr").Count == 1);
        Assert.Equal("/admin/messages?state=sent", island.Address);
    }

    [Fact]
    public async Task Again_OfWhatWasGivenUp_WaitsAnew()
    {
        UseWeCom();
        await AddAsync(GivenUp("企业微信群", MessageChannel.WeCom));
        await using var island = await GridAsync();

        await island.OpenAsync("#messages", "Again");
        Assert.Contains("上次没有发出：连接不上邮件服务器", island.Dialog.TextContent, StringComparison.Ordinal);
        await island.SendAsync();

        Assert.Equal("已重新排入发送，稍后刷新本页查看结果。", island.Done);
        island.Island.WaitForElement("[data-state=Waiting]");
    }

    [Fact]
    public async Task Test_WithoutAnAddressOfOnesOwn_IsToldAtTheField_AndToAGroupIsQueued()
    {
        UseWeCom();
        var mail = Portal.Services.GetRequiredService<IOptions<MailOptions>>().Value;
        (mail.Host, mail.From) = ("mail.example.gov.cn", "tongzhi@example.gov.cn");
        await using var island = await GridAsync();

        await island.OpenAsync("form", "Test");
        await island.TypeAsync("channel", nameof(MessageChannel.Mail));
        await island.SendAsync();
        Assert.Contains("登记自己的邮箱", island.FaultOf("channel"), StringComparison.Ordinal);
        await island.TypeAsync("channel", nameof(MessageChannel.WeCom));
        await island.SendTwiceAsync();

        Assert.Equal("试发消息已排入发送，稍后刷新本页查看结果。", island.Done);
        Assert.Single(island.Island.WaitForElements("#messages tbody tr"));
    }

    [Fact]
    public async Task Bureau_ReadsWithoutActs()
    {
        UseWeCom();
        await AddAsync(GivenUp("企业微信群", MessageChannel.WeCom));
        await using var island = await GridAsync(Bureau);

        island.Island.WaitForElement("[data-state=GivenUp]");
        Assert.Empty(island.Island.FindAll("[data-act]"));
    }

    private async Task<AdminIsland<MessagesGrid>> GridAsync(Caller? caller = null)
    {
        admin ??= (await Portal.UserAsync(UserRole.Admin)).Caller;
        var channels = await Portal.Services.GetRequiredService<MessageQueries>().ChannelsAsync(caller ?? admin, CancellationToken.None);
        return new AdminIsland<MessagesGrid>(
            Portal, caller ?? admin, grid => grid.Add(g => g.View, new MessageView()).Add(g => g.Channels, channels));
    }

    private void UseWeCom() => Portal.Services.GetRequiredService<IOptions<WeComOptions>>().Value.Webhook = "https://qyapi.example/send?key=k3y";

    private async Task AddAsync(params IEnumerable<Message> messages)
    {
        await using var db = await Portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        db.Messages.AddRange(messages);
        await db.SaveChangesAsync();
    }

    private Message Waiting(string recipient, MessageChannel channel = MessageChannel.Mail) => new()
    {
        Channel = channel,
        Purpose = MessagePurpose.Notice,
        Recipient = recipient,
        Address = channel == MessageChannel.Mail ? "zhangsan@example.gov.cn" : "",
        Subject = "催报：2025年三季度",
        Text = "请于10月15日前报齐。",
        CreatedAt = Portal.Time.GetUtcNow(),
        QueuedAt = Portal.Time.GetUtcNow(),
        NextTryAt = Portal.Time.GetUtcNow(),
    };

    private Message Sent(string recipient)
    {
        var message = Waiting(recipient);
        message.Take(Portal.Time.GetUtcNow());
        message.Sent(Portal.Time.GetUtcNow());
        return message;
    }

    private Message GivenUp(string recipient, MessageChannel channel = MessageChannel.Mail)
    {
        var message = Waiting(recipient, channel);
        message.Take(Portal.Time.GetUtcNow());
        message.Failed("连接不上邮件服务器", isForGood: false, Portal.Time.GetUtcNow());
        message.GiveUp("", Portal.Time.GetUtcNow());
        return message;
    }
}
