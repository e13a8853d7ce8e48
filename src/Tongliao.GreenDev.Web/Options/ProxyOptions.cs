using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Options;

/// <summary>Reverse proxies in front of the portal; section <c>Proxy</c>. With none, forwarded headers are ignored.</summary>
public sealed class ProxyOptions : IPortalOptions
{
    public static string Section => "Proxy";

    /// <summary>IP addresses whose X-Forwarded-For and X-Forwarded-Proto are believed.</summary>
    [EachIsAddress(ErrorMessage = "每一项应是 IP 地址")]
    public string[] KnownProxies { get; init; } = [];

    /// <summary>Networks, as <c>address/bits</c>, of which every address is such a proxy.</summary>
    [EachIsNetwork(ErrorMessage = "每一项应是网段，形如 172.31.77.0/24")]
    public string[] KnownNetworks { get; init; } = [];

    /// <summary>Whether any is known.</summary>
    internal bool HasAny => KnownProxies.Length + KnownNetworks.Length > 0;
}
