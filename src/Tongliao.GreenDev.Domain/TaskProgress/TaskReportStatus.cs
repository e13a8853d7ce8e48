namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>In whose hands a report is.</summary>
public enum TaskReportStatus
{
    /// <summary>草稿: in the department's, seen by nobody else.</summary>
    Draft,

    /// <summary>待审核: in the bureau's.</summary>
    Waiting,

    /// <summary>已退回: in the department's, with a reason.</summary>
    Returned,

    /// <summary>已通过.</summary>
    Approved,
}
