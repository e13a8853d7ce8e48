using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>A file that stands or stood beside a report on a task.</summary>
/// <param name="File">What was handed in.</param>
/// <param name="Removed">Number of the version at which it was removed; null while it stands.</param>
public sealed record TaskFile(EvidenceFile File, int? Removed)
{
    /// <summary>Whether it stands now, for who hands in and removes.</summary>
    public bool Stands => Removed is null;

    /// <summary>Whether it belongs to what a version says: of a draft what stands, of all else what stood beside it then.</summary>
    public bool IsWith(TaskReportVersion version) => version.Step == TaskReportStep.Save ? Stands : version.HasFile(File.Version, Removed);
}
