namespace Tongliao.GreenDev.Domain.Notices;

/// <summary>What has become of a message.</summary>
public enum MessageState
{
    /// <summary>待发送, the first time or again.</summary>
    Waiting,

    /// <summary>已发送: the other side took it.</summary>
    Sent,

    /// <summary>失败: the other side refused it for good.</summary>
    Refused,

    /// <summary>放弃: tried too often or too long.</summary>
    GivenUp,
}
