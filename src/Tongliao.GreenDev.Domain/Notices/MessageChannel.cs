namespace Tongliao.GreenDev.Domain.Notices;

/// <summary>By what a message leaves the portal (渠道).</summary>
public enum MessageChannel
{
    /// <summary>邮件, to one person.</summary>
    Mail,

    /// <summary>The robot of a group in 企业微信.</summary>
    WeCom,

    /// <summary>The robot of a group in 钉钉.</summary>
    DingTalk,
}
