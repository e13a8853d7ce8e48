namespace Tongliao.GreenDev.Application.Notices;

/// <summary>The robot of a group in 企业微信; section <c>WeCom</c>.</summary>
public sealed class WeComOptions : GroupOptions, IPortalOptions
{
    public static string Section => "WeCom";
}
