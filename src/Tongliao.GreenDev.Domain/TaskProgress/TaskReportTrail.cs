namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>All versions of one report, as far as a reader sees them.</summary>
/// <param name="Key">Which.</param>
/// <param name="Versions">Ascending; at least one.</param>
public sealed record TaskReportTrail(TaskReportKey Key, IReadOnlyList<TaskReportVersion> Versions)
{
    public TaskReportVersion Latest => Versions[^1];

    public TaskReportStatus Status => Latest.Status;

    /// <summary>What counts: the latest approved; null before there is one. A report that was opened again counts as before until it is approved anew.</summary>
    public TaskReportVersion? Approved => Versions.LastOrDefault(version => version.Step == TaskReportStep.Approve);

    /// <summary>When it was handed in first, by which it is on time or not; also for who does not see that version.</summary>
    public DateTimeOffset? SubmittedAt { get; } = Versions.FirstOrDefault(version => version.Step == TaskReportStep.Submit)?.Recorded.At;

    /// <summary>Why it came back; null while it is not with the department again.</summary>
    public string? ReturnReason => Status == TaskReportStatus.Returned ? Versions.Last(version => version.Step.NeedsReason()).Reason : null;

    /// <summary>What was approved first or anew and all that followed it, for who only sees what counts; null before there is anything.</summary>
    /// <param name="reader">How much is seen.</param>
    public TaskReportTrail? For(TaskReportReader reader) => reader switch
    {
        TaskReportReader.Department => this,

        // What was only saved is nobody else's business, nor what is being put right.
        TaskReportReader.Reviewer => With(version => version.Step != TaskReportStep.Save),
        TaskReportReader.Public => With(version => version.Step == TaskReportStep.Approve),
    };

    /// <summary>The report as it was at a moment; null before there was any, and for now the same.</summary>
    public TaskReportTrail? SeenAt(DateTimeOffset? moment) =>
        Versions.Where(version => version.Recorded.IsKnownAt(moment)).ToList() is { Count: > 0 } known ? new TaskReportTrail(Key, known) : null;

    /// <summary>Whether a reader sees a file: with what it was handed in for, and once that is approved. What was removed before is the department's alone.</summary>
    /// <param name="added">Number of the version at which it came; 0 before the first.</param>
    /// <param name="removed">Of that at which it was removed; null while it stands.</param>
    /// <param name="reader">Who looks.</param>
    public bool ShowsFile(int added, int? removed, TaskReportReader reader)
    {
        return reader switch
        {
            TaskReportReader.Department => true,
            TaskReportReader.Reviewer => Versions.Any(version => version.Step == TaskReportStep.Submit && Has(version)),
            TaskReportReader.Public => Approved is { } approved && Has(approved),
        };

        bool Has(TaskReportVersion version) => added < version.Number && !(removed < version.Number);
    }

    private TaskReportTrail? With(Func<TaskReportVersion, bool> isSeen) =>
        Versions.Where(isSeen).ToList() is { Count: > 0 } seen ? this with { Versions = seen } : null;
}
