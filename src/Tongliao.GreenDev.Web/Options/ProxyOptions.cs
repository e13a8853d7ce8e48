using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Options;

/// <summary>Reverse proxies in front of the portal; section <c>Proxy</c>.</summary>
public sealed class ProxyOptions : IPortalOptions
{
    public static string Section => "Proxy";

    /// <summary>IP addresses whose X-Forwarded-For and X-Forwarded-Proto are believed; with none, both headers are ignored.</summary>
    [EachIsAddress(ErrorMessage = "每一项应是 IP 地址")]
    public string[] KnownProxies { get; init; } = [];
}
