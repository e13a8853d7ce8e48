using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>承诺认定.</summary>
internal sealed record AuditedCommitment(
    [property: DisplayName("是否兑现")] bool IsKept,
    [property: DisplayName("兑现日期")] DateOnly? KeptOn,
    [property: DisplayName("原因")] string Reason) : AuditPayload
{
    public static AuditedCommitment Of(CommitmentRecord record) => new(record.KeptOn is not null, record.KeptOn, record.Reason);
}
