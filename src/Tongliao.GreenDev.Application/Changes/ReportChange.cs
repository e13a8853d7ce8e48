using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>A report, what all reports are rated by, or a report on a task was changed and committed.</summary>
/// <param name="UnitCode">Whose report; null for periods, baselines and targets.</param>
/// <param name="Quarter">Of which quarter; null likewise.</param>
/// <param name="Kind">What was done to it; null likewise.</param>
/// <param name="ById">Whoever changed it; null for the system.</param>
public sealed record ReportChange(string? UnitCode, Quarter? Quarter, RevisionKind? Kind, Guid? ById)
{
    /// <summary>The task whose report was changed (任务进展), with its quarter; null for values and all that they are rated by.</summary>
    public int? TaskNumber { get; init; }

    /// <summary>Whether values are other ones now, or what they are rated by.</summary>
    public bool IsOfValues => TaskNumber is null;

    /// <summary>False for a draft or a submission within the county, which no dashboard shows.</summary>
    public bool CountsForRatings => IsOfValues && Kind is not (RevisionKind.Save or RevisionKind.Submit);
}
