using Microsoft.EntityFrameworkCore;
using MimeKit;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Notices;

/// <summary>Mail goes only to a mailbox that its owner has read, and each chooses for themselves.</summary>
public sealed class MailChoiceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TwoPortals portals = null!;

    private MailChoiceService Service => portals.Office.Get<MailChoiceService>();

    public async ValueTask InitializeAsync()
    {
        portals = await TwoPortals.StartAsync(postgres);
        portals.UseMail(port: 9);
    }

    public ValueTask DisposeAsync() => portals.DisposeAsync();

    [Fact]
    public async Task Ask_NoServerConfigured_IsRefused()
    {
        portals.Set<MailOptions>(static options => options.Host = "");

        var refused = await RefusedAsync(() => AskAsync());

        Assert.Equal(RefusalCodes.WrongState, refused.Code);
        Assert.False((await OwnAsync()).IsConfigured);
        Assert.Empty(await portals.MessagesAsync());
    }

    [Theory]
    [InlineData("zhangsan")]
    [InlineData("a@example.com, b@example.com")]
    [InlineData("a@example.com\r\nBcc: b@example.com")]
    public async Task Ask_NoPlainAddress_IsToldAtTheField(string typed)
    {
        var refused = await RefusedAsync(() => AskAsync(typed));

        Assert.Equal((RefusalCodes.MailInvalid, "mail"), (refused.Code, Assert.Single(refused.Errors).Field));
        Assert.Empty(await portals.MessagesAsync());
    }

    [Fact]
    public async Task Ask_ThenTheCodeOfTheMail_MakesTheAddress_AndTheMailIsForgotten()
    {
        await using var server = new MailReceiver();
        portals.UseMail(server.Port);
        await AskAsync();
        Assert.Null((await OwnAsync()).Address);
        Assert.Equal(TwoPortals.Address, (await OwnAsync()).AskedAddress);
        await portals.SendAsync();
        var code = await CodeAsync();
        using var mail = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(server.Taken)));
        Assert.Contains(code, (await MimeMessage.LoadAsync(mail)).TextBody, StringComparison.Ordinal);

        await Service.ConfirmAsync(portals.Office.Clerk, $" {code} ", CancellationToken.None);

        var own = await OwnAsync();
        Assert.Equal((TwoPortals.Address, null), (own.Address, own.AskedAddress));
        Assert.Empty((await portals.MessageAsync()).Text);
    }

    [Fact]
    public async Task Confirm_WrongFiveTimes_EndsTheCode_AndTheFormerAddressStays()
    {
        await portals.RegisterAsync(portals.Office.Clerk, "former@example.gov.cn");
        portals.UseMail(port: 9);
        await AskAsync();
        var code = await CodeAsync();
        var wrong = code == "000000" ? "000001" : "000000";
        for (var time = 1; time < MailChoice.MostWrongCodes; time++)
        {
            Assert.Equal("验证码不对，请核对邮件中的6位数字。", (await RefusedAsync(() => ConfirmAsync(wrong))).Message);
        }

        Assert.Equal("验证码错误次数过多，已失效，请重新发送。", (await RefusedAsync(() => ConfirmAsync(wrong))).Message);
        Assert.Equal("验证码已失效，请重新发送。", (await RefusedAsync(() => ConfirmAsync(code))).Message);
        Assert.Equal("former@example.gov.cn", (await OwnAsync()).Address);
    }

    [Fact]
    public async Task Confirm_AfterAQuarterOfAnHour_IsRefused()
    {
        await AskAsync();
        var code = await CodeAsync();
        portals.Time.Advance(MailChoice.CodeLasts);

        Assert.Equal("验证码已失效，请重新发送。", (await RefusedAsync(() => ConfirmAsync(code))).Message);
        Assert.Null((await OwnAsync()).AskedAddress);
    }

    [Fact]
    public async Task Ask_Again_TheFormerCodeIsSentNoMore()
    {
        await using var server = new MailReceiver();
        portals.UseMail(server.Port);
        await AskAsync("former@example.gov.cn");

        await AskAsync();
        Assert.Equal(1, await portals.SendAsync());

        Assert.Contains(TwoPortals.Address, Assert.Single(server.Taken), StringComparison.Ordinal);
        Assert.Contains(await portals.MessagesAsync(), message => message is { State: MessageState.GivenUp, Fault: "已发送新的验证码" });
    }

    [Fact]
    public async Task Confirm_AnotherAddress_WhatWaitsForTheFormerOneIsSentNoMore()
    {
        await using var server = new MailReceiver();
        await portals.RegisterAsync(portals.Office.Clerk, "former@example.gov.cn");
        portals.UseMail(server.Port);
        await portals.RemindAsync();
        await AskAsync();
        await ConfirmAsync(await CodeAsync());

        await portals.SendAsync();

        Assert.DoesNotContain(server.Taken, letter => letter.Contains("former@", StringComparison.Ordinal));
        Assert.Contains(await portals.MessagesAsync(), message => message is { State: MessageState.GivenUp, Fault: "收件人已更换邮箱" });
    }

    [Fact]
    public async Task Ask_FourthTimeInAnHour_IsRefused_AlsoForOtherAddressesAtOnce()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 5).Select(async number =>
        {
            try
            {
                await AskAsync($"a{number}@example.gov.cn");
                return true;
            }
            catch (RefusalException refused) when (refused.Code == RefusalCodes.MailInvalid)
            {
                return false;
            }
        }));

        Assert.Equal(MailChoiceService.MostCodesAnHour, asked.Count(was => was));
        portals.Time.Advance(TimeSpan.FromHours(1));
        await AskAsync();
    }

    [Fact]
    public async Task Choose_KeepsWhatIsDeclined_AndLeavesTheAuditWithoutTheWholeAddress()
    {
        await portals.RegisterAsync(portals.Office.Clerk);

        await Service.ChooseAsync(portals.Office.Clerk, [NoticeKind.Reminder], CancellationToken.None);

        Assert.Equal([NoticeKind.Extension, NoticeKind.Returned, NoticeKind.Approved, NoticeKind.Rectification, NoticeKind.Baseline], (await OwnAsync()).Declined);
        await using var db = await portals.ContextAsync();
        var audits = await db.AuditEvents.Where(audit => audit.Kind.StartsWith("user.mail")).Select(audit => new { audit.Before, audit.After }).ToListAsync();
        Assert.Equal(3, audits.Count);
        Assert.DoesNotContain(audits, audit => $"{audit.Before}{audit.After}".Contains("zhangsan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Choose_WithoutAnAddress_IsRefused() => Assert.Equal(
        RefusalCodes.WrongState, (await RefusedAsync(() => Service.ChooseAsync(portals.Office.Clerk, [], CancellationToken.None))).Code);

    private Task<string> AskAsync(string address = TwoPortals.Address) => Service.AskAsync(portals.Office.Clerk, address, CancellationToken.None);

    private Task<string> ConfirmAsync(string code) => Service.ConfirmAsync(portals.Office.Clerk, code, CancellationToken.None);

    private Task<OwnMail> OwnAsync() => portals.Office.Get<MailChoiceQueries>().OwnAsync(portals.Office.Clerk, CancellationToken.None);

    private static Task<RefusalException> RefusedAsync(Func<Task> act) => Assert.ThrowsAsync<RefusalException>(act);

    private async Task<string> CodeAsync()
    {
        await using var db = await portals.ContextAsync();
        return (await db.MailChoices.SingleAsync()).Code!;
    }
}
