using System.Text;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Domain.Tests.Notices;

/// <summary>A message from its first try to its end, and what messages say.</summary>
public sealed class MessageTests
{
    private static readonly DateTimeOffset Start = new(2025, 10, 9, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Failed_EachTime_WaitsLonger_AndEndsAfterTheSixth()
    {
        var message = Message(MessagePurpose.Notice);
        var (now, pauses) = (Start, new List<double>());
        while (message.State == MessageState.Waiting)
        {
            message.Take(now);
            message.Failed("连接不上邮件服务器", isForGood: false, now);
            pauses.Add((message.NextTryAt - now).TotalMinutes);
            now = message.NextTryAt;
        }

        Assert.Equal([1, 5, 15, 60, 240], pauses.Take(5));
        Assert.Equal((MessageState.GivenUp, 6, "连接不上邮件服务器"), (message.State, message.Tries, message.Fault));
    }

    [Fact]
    public void Failed_ForGood_EndsAtOnce()
    {
        var message = Message(MessagePurpose.Notice);
        message.Take(Start);
        message.Failed("收件邮箱不存在或拒收（550）", isForGood: true, Start);

        Assert.Equal((MessageState.Refused, Start), (message.State, message.EndedAt));
        Assert.True(message.MayBeSentAgain);
    }

    [Fact]
    public void Sent_AfterAFault_ForgetsIt()
    {
        var message = Message(MessagePurpose.Notice);
        message.Take(Start);
        message.Failed("连接不上邮件服务器", isForGood: false, Start);
        message.Take(Start.AddMinutes(1));
        message.Sent(Start.AddMinutes(1));

        Assert.Equal((MessageState.Sent, null, 2), (message.State, message.Fault, message.Tries));
        Assert.False(message.MayBeSentAgain);
    }

    [Fact]
    public void Ended_Code_KeepsNoText_AndIsNotSentAgain()
    {
        var message = Message(MessagePurpose.Code);
        message.Take(Start);
        message.Failed("收件邮箱不存在或拒收（550）", isForGood: true, Start);

        Assert.Equal(("", false), (message.Text, message.MayBeSentAgain));
    }

    [Fact]
    public void GiveUp_AfterAFault_KeepsWhatWentWrong()
    {
        var message = Message(MessagePurpose.Notice);
        message.Take(Start);
        message.Failed("连接不上邮件服务器", isForGood: false, Start);
        message.GiveUp("收件人已取消邮件通知", Start);

        Assert.Equal("连接不上邮件服务器", message.Fault);
    }

    [Fact]
    public void Subject_WithLineBreaks_IsOneLine() =>
        Assert.Equal("【通辽市绿色发展指标平台】催报  Bcc: a@b.cn", MessageTexts.Subject("催报\r\nBcc: a@b.cn"));

    [Fact]
    public void Group_ManyLines_StaysWithinWhatARobotTakes_AndTakesAtLeastOne()
    {
        var lines = Enumerable.Range(1, 60).Select(number => MessageTexts.GroupLine("奈曼旗", $"第{number}项列为整改事项，请填写整改安排")).ToList();

        var (text, taken) = MessageTexts.Group(lines, "https://portal.example/notices");

        Assert.InRange(taken, 20, 59);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1900, MessageTexts.MostGroupBytes);
        Assert.EndsWith("请登录平台办理：https://portal.example/notices", text, StringComparison.Ordinal);
        Assert.Equal(1, MessageTexts.Group([new string('长', 1000)], link: null).Taken);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(100, 4)]
    public void GroupTexts_OfOneAct_AreAsFewAsRobotsTake_AndLoseNoLine(int units, int texts)
    {
        var lines = Enumerable.Range(1, units).Select(number => MessageTexts.GroupLine($"第{number}旗", "请于10月15日前报齐2025年三季度数据")).ToList();

        var together = MessageTexts.GroupTexts(lines).ToList();

        Assert.Equal(texts, together.Count);
        Assert.Equal(lines, together.SelectMany(text => text.Split('\n')));
        Assert.All(together, text => Assert.InRange(Encoding.UTF8.GetByteCount(MessageTexts.Group([text], "https://portal.example.gov.cn/notices").Text), 1, MessageTexts.MostGroupBytes));
    }

    [Fact]
    public void Choice_OfKinds_HoldsForThoseAlone_AndForNoneWithoutAnAddress()
    {
        var choice = new MailChoice { UserId = Guid.CreateVersion7() };
        Assert.Equal([NoticeKind.Approved], choice.Declined);
        choice.Decline([NoticeKind.Extension]);
        Assert.False(choice.Wants(NoticeKind.Reminder));

        choice.Ask("a@example.com", "123456", Start);
        Assert.False(choice.Confirm("123457", Start));
        Assert.True(choice.Confirm("123456", Start.AddMinutes(14)));

        Assert.True(choice.Wants(NoticeKind.Reminder));
        Assert.False(choice.Wants(NoticeKind.Extension));
        Assert.False(choice.Confirm("123456", Start));
    }

    [Fact]
    public void Kinds_EachIsToldToSomeRole_AndHasWords()
    {
        var told = Enum.GetValues<UserRole>().SelectMany(NoticeKinds.For).Distinct().Order();

        Assert.Equal(Enum.GetValues<NoticeKind>(), told);
        Assert.All(Enum.GetValues<NoticeKind>(), kind => Assert.True(kind.Word().Length > 0 && kind.Explanation().Length > 0));
    }

    private static Message Message(MessagePurpose purpose) => new()
    {
        Channel = MessageChannel.Mail,
        Purpose = purpose,
        Recipient = "张三（奈曼旗 填报员）",
        Address = "zhangsan@example.gov.cn",
        Subject = "催报",
        Text = "请于10月15日前报齐。",
        CreatedAt = Start,
        QueuedAt = Start,
        NextTryAt = Start,
    };
}
