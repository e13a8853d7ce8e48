namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Whether a unit's report is there in time (时限).</summary>
public enum Punctuality
{
    /// <summary>逾期未报: nothing has been submitted.</summary>
    MissingLate,

    /// <summary>逾期未报齐.</summary>
    IncompleteLate,

    /// <summary>未报.</summary>
    Missing,

    /// <summary>未报齐.</summary>
    Incomplete,

    /// <summary>逾期报齐.</summary>
    CompleteLate,

    /// <summary>按时报齐.</summary>
    CompleteInTime,
}
