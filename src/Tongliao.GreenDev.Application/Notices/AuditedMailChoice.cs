using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Where and of what a person is told by mail; the address as lists show it.</summary>
internal sealed record AuditedMailChoice(
    [property: DisplayName("通知邮箱")] string? MailAddress,
    [property: DisplayName("不发邮件的通知")] string? DeclinedMail) : AuditPayload;
