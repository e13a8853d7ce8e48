namespace Tongliao.GreenDev.Domain.Notices;

/// <summary>Why there is a message.</summary>
public enum MessagePurpose
{
    /// <summary>通知: somebody was told something.</summary>
    Notice,

    /// <summary>验证码: somebody wants mail at an address.</summary>
    Code,

    /// <summary>试发: the administrator tries a channel.</summary>
    Test,
}
