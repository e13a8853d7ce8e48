namespace Tongliao.GreenDev.Domain.Notices;

/// <summary>Words of channels and of what became of messages.</summary>
public static class MessageWords
{
    public static string Word(this MessageChannel channel) => channel switch
    {
        MessageChannel.Mail => "邮件",
        MessageChannel.WeCom => "企业微信群",
        MessageChannel.DingTalk => "钉钉群",
    };

    public static string Word(this MessageState state) => state switch
    {
        MessageState.Waiting => "待发送",
        MessageState.Sent => "已发送",
        MessageState.Refused => "失败",
        MessageState.GivenUp => "放弃",
    };
}
