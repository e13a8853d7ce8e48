using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>The robot (群机器人) of one group that is told. Without an address none is.</summary>
public abstract class GroupOptions : IValidatableObject
{
    /// <summary>The robot's webhook with its key: whoever has it may speak in the group.</summary>
    [PasswordPropertyText(true)]
    public string Webhook { get; set; } = "";

    [Range(1, 60, ErrorMessage = "应在 1 到 60 之间（秒）")]
    public int TimeoutSeconds { get; set; } = 15;

    internal bool IsConfigured => Webhook.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var isSafe = Uri.TryCreate(Webhook, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        if (IsConfigured && !isSafe)
        {
            yield return new ValidationResult("应是群机器人的完整网址（Webhook 地址），以 https:// 开头", [nameof(Webhook)]);
        }
    }
}
