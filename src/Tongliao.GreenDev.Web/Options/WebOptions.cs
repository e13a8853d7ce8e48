using System.ComponentModel.DataAnnotations;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Options;

/// <summary>How the portal is reached; section <c>Web</c>.</summary>
public sealed class WebOptions : IPortalOptions
{
    public static string Section => "Web";

    /// <summary>Origins besides the portal's own that may open circuits, each as <c>scheme://host[:port]</c>; none by default.</summary>
    [EachMatches("^https?://[^/]+$", ErrorMessage = "每一项应形如 https://主机名[:端口]，末尾不带斜线")]
    public string[] AllowedOrigins { get; init; } = [];

    /// <summary>Names, without port, by which people may reach the portal; with none, every name is taken. Health is answered under any.</summary>
    [EachMatches(@"^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])$", ErrorMessage = "每一项应是主机名或 IP 地址，不带 https:// 和端口")]
    public string[] AllowedHosts { get; init; } = [];

    /// <summary>
    /// Whether people reach the portal by HTTPS only, through a proxy named in <see cref="ProxyOptions"/>: cookies are then Secure and carry
    /// the prefix <c>__Host-</c>. Default false.
    /// </summary>
    public bool BehindTls { get; init; }

    /// <summary>Largest request body in MiB, 1–100. Default 12.</summary>
    [Range(1, 100, ErrorMessage = "应在 1 到 100 之间（MiB）")]
    public int MaxRequestMegabytes { get; init; } = 12;
}
