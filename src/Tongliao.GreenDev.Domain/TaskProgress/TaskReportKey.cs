using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>What one department says of one task in one quarter.</summary>
public sealed record TaskReportKey(int TaskNumber, string DepartmentId, Quarter Quarter)
{
    /// <summary>For example <c>7/zhujian/2025Q3</c>.</summary>
    public override string ToString() => $"{TaskNumber}/{DepartmentId}/{Quarter}";
}
