using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Rectifications;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>整改安排.</summary>
internal sealed record AuditedArrangement(
    [property: DisplayName("整改措施")] string Measures,
    [property: DisplayName("责任人")] string Owner,
    [property: DisplayName("整改期限")] DateOnly RectifyBy) : AuditPayload
{
    public static AuditedArrangement Of(RectificationArrangement arrangement) => new(arrangement.Measures, arrangement.Owner, arrangement.DueOn);
}
