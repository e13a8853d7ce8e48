namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>How much of a report somebody sees.</summary>
public enum TaskReportReader
{
    /// <summary>Whoever may read what was reported: what was approved.</summary>
    Public,

    /// <summary>The bureau: what was handed in, and what became of it.</summary>
    Reviewer,

    /// <summary>Its own department: everything.</summary>
    Department,
}
