using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>A value in the audit.</summary>
internal sealed record AuditedValue(
    [property: DisplayName("版本")] int Version,
    [property: DisplayName("填报数")] AuditedInputs Inputs,
    [property: DisplayName("不适用原因")] string? NotApplicableReason,
    [property: DisplayName("备注")] string? Note,
    [property: DisplayName("说明")] IReadOnlyList<Explanation>? Explanations,
    [property: DisplayName("状态")] ValueStatus Status) : AuditPayload
{
    public static AuditedValue Of(ReportedValue value) => new(
        value.Version,
        AuditedInputs.Of(value.Statement.Inputs),
        value.Statement.NotApplicableReason,
        value.Statement.Note,
        value.Statement.Explanations.Count == 0 ? null : value.Statement.Explanations,
        value.Status);

    /// <summary>What a save was answered when it was stored.</summary>
    public static SavedValue Answer(EarlierAct save)
    {
        var stored = AuditJson.Read<AuditedValue>(save.After!);
        return new SavedValue(stored.Version, stored.Status, save.At);
    }
}
