using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>A report, or what all reports are rated by, was changed and committed.</summary>
/// <param name="UnitCode">Whose report; null for periods, baselines and targets.</param>
/// <param name="Quarter">Of which quarter; null likewise.</param>
/// <param name="Kind">What was done to it; null likewise.</param>
/// <param name="ById">Whoever changed it; null for the system.</param>
public sealed record ReportChange(string? UnitCode, Quarter? Quarter, RevisionKind? Kind, Guid? ById)
{
    /// <summary>False for a draft or a submission within the county, which no dashboard shows.</summary>
    public bool CountsForRatings => Kind is not (RevisionKind.Save or RevisionKind.Submit);
}
