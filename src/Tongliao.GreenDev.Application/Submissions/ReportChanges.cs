using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>A report was changed and committed.</summary>
public sealed record ReportChange(string UnitCode, Quarter Quarter)
{
    /// <summary>False for a draft or a submission within the county, which no dashboard shows.</summary>
    public bool CountsForRatings { get; init; }
}

/// <summary>Tells open screens of this process that a report changed. A listener that throws never undoes what is committed.</summary>
public sealed class ReportChanges
{
    public event Action<ReportChange>? Changed;

    internal void Raise(ReportChange change)
    {
        foreach (var listener in Changed?.GetInvocationList() ?? [])
        {
            try
            {
                ((Action<ReportChange>)listener)(change);
            }
            catch (ObjectDisposedException)
            {
                // The screen was closed while it was being told.
            }
        }
    }
}
