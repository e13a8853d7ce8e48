using System.ComponentModel.DataAnnotations;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>What holds for all messages that leave the portal; section <c>Messages</c>.</summary>
public sealed class MessagesOptions : IPortalOptions, IValidatableObject
{
    public static string Section => "Messages";

    /// <summary>The portal's address as people reach it, for links; empty for messages without one.</summary>
    public string PortalAddress { get; set; } = "";

    /// <summary>How long what was sent is kept (发送记录).</summary>
    [Range(7, 3650, ErrorMessage = "应在 7 到 3650 之间（天）")]
    public int KeepDays { get; set; } = 180;

    /// <summary>The address of a page, from the root; null without the portal's.</summary>
    public string? Link(string page) => PortalAddress.Length == 0 ? null : PortalAddress.TrimEnd('/') + page;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var isAddress = Uri.TryCreate(PortalAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address is { Query: "", Fragment: "", UserInfo: "" };
        if (PortalAddress.Length > 0 && !isAddress)
        {
            yield return new ValidationResult("应是平台的完整网址，例如 https://lvsefazhan.example.gov.cn", [nameof(PortalAddress)]);
        }
    }
}
