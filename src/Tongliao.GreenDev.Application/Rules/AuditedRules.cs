using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>A decision on rules in the audit.</summary>
internal sealed record AuditedRules(
    [property: DisplayName("调整内容")] string Content,
    [property: DisplayName("生效日期")] DateOnly EffectiveFrom,
    [property: DisplayName("依据文件")] string Document,
    [property: DisplayName("决定机关")] string DecidedBy,
    [property: DisplayName("原因")] string Reason,
    [property: DisplayName("更正已锁定季度")] bool IsCorrection) : AuditPayload
{
    public static AuditedRules Of(string content, RuleDecision decision) =>
        new(content, decision.EffectiveFrom, decision.Document, decision.DecidedBy, decision.Reason, decision.IsCorrection);
}
