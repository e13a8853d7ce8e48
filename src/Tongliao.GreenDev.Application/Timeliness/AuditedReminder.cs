using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>催报.</summary>
internal sealed record AuditedReminder(
    [property: DisplayName("催报单位")] string Unit,
    [property: DisplayName("截止日期")] DateOnly DueOn,
    [property: DisplayName("催报内容")] string Text,
    [property: DisplayName("通知人数")] int Recipients) : AuditPayload;
