using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>A message that was sent again or tried.</summary>
internal sealed record AuditedMessage(
    [property: DisplayName("渠道")] string Channel,
    [property: DisplayName("收件人")] string Recipient,
    [property: DisplayName("主题")] string MessageSubject) : AuditPayload;
