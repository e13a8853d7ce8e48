namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>Refuses what was typed of a task or a commitment.</summary>
internal static class TaskFaults
{
    public static RefusalException Refusal(IReadOnlyList<(string Field, string Message)> faults) => RefusalException.Invalid(
        RefusalCodes.TaskReportInvalid, faults[0].Message, [.. faults.Select(fault => new FieldFault(fault.Field, fault.Message))]);
}
