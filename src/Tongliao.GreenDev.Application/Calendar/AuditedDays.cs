using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Calendar;

/// <summary>Days that were arranged (放假、上班、按星期).</summary>
internal sealed record AuditedDays(
    [property: DisplayName("起始日期")] DateOnly From,
    [property: DisplayName("结束日期")] DateOnly To,
    [property: DisplayName("安排")] string Kind,
    [property: DisplayName("名称")] string Name,
    [property: DisplayName("依据文件")] string Document) : AuditPayload;
