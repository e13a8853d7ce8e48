using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>A report, or what all reports are rated by, was changed and committed.</summary>
/// <param name="UnitCode">Whose report; null for periods, baselines and targets.</param>
/// <param name="Quarter">Of which quarter; null likewise.</param>
public sealed record ReportChange(string? UnitCode, Quarter? Quarter)
{
    /// <summary>Whoever changed it; null for the system.</summary>
    public Guid? ById { get; init; }

    /// <summary>False for a draft or a submission within the county, which no dashboard shows.</summary>
    public bool CountsForRatings { get; init; }

    /// <summary>A period, baseline or target: any light of any report may be another one now.</summary>
    public static ReportChange OfReference(Guid? byId) => new(UnitCode: null, Quarter: null) { ById = byId, CountsForRatings = true };
}
