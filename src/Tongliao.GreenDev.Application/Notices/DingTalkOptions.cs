using System.ComponentModel;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>The robot of a group in 钉钉; section <c>DingTalk</c>.</summary>
public sealed class DingTalkOptions : GroupOptions, IPortalOptions
{
    public static string Section => "DingTalk";

    /// <summary>The secret by which each call is signed (加签); empty for a robot that is secured otherwise.</summary>
    [PasswordPropertyText(true)]
    public string Secret { get; set; } = "";
}
