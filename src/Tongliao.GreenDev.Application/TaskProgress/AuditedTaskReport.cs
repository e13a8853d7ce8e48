using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>任务进展 before or after a step.</summary>
internal sealed record AuditedTaskReport(
    [property: DisplayName("办理")] string Step,
    [property: DisplayName("审核状态")] string ReportStatus,
    [property: DisplayName("任务状态")] string TaskState,
    [property: DisplayName("进展情况")] string Done,
    [property: DisplayName("存在问题")] string? Problems,
    [property: DisplayName("下一步措施")] string? Next,
    [property: DisplayName("原因")] string? Reason,
    [property: DisplayName("版本")] int Version) : AuditPayload
{
    public static AuditedTaskReport Of(TaskReportVersion version) => new(
        version.Step.Word(),
        version.Status.Word(),
        version.Statement.State.Word(),
        version.Statement.Done,
        version.Statement.Problems,
        version.Statement.Next,
        version.Reason,
        version.Number);
}
