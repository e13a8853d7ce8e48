using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>A target in the audit.</summary>
internal sealed record AuditedTarget(
    [property: DisplayName("目标值")] decimal Value,
    [property: DisplayName("依据文件")] string Document,
    [property: DisplayName("生效日期")] DateOnly EffectiveFrom) : AuditPayload
{
    public static AuditedTarget Of(UnitTarget target) => new(target.Value, target.Document, target.EffectiveFrom);
}
