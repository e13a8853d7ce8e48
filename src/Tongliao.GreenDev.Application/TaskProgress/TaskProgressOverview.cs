using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>How all tasks go in a quarter.</summary>
/// <param name="Actor">Who reads.</param>
/// <param name="Facts">The plan.</param>
/// <param name="Period">The quarter.</param>
/// <param name="Lines">By task, its lead first: those that lead, those that have said something, and the reader's own.</param>
/// <param name="OwnDepartment">Whose reports the reader writes; null for none.</param>
public sealed record TaskProgressOverview(
    Actor Actor, PlanFacts Facts, ReportingPeriod Period, IReadOnlyList<TaskProgressLine> Lines, string? OwnDepartment)
{
    /// <summary>Seen as of a moment (截至): which reports of the quarter have changed since; null for what is seen now.</summary>
    public IReadOnlyList<TaskChange>? Since { get; init; }

    /// <summary>Of the leads, one a task.</summary>
    public IEnumerable<TaskProgressLine> Leads => Lines.Where(line => line.IsLead);

    /// <summary>What the lead of a task says that counts; null for nothing.</summary>
    public TaskState? StateOf(int taskNumber) => Leads.First(line => line.Task.Number == taskNumber).Trail?.Approved?.Statement.State;

    /// <summary>Of how many tasks the lead's report is approved.</summary>
    public int Approved => Leads.Count(line => line.Standing == TaskReportStatus.Approved);

    /// <summary>Of how many it waits for the bureau.</summary>
    public int Waiting => Leads.Count(line => line.Standing == TaskReportStatus.Waiting);

    /// <summary>Of how many it is owed, returned ones too.</summary>
    public int Owed => Leads.Count(line => line.IsOwed);

    /// <summary>How many tasks are in each state, by what counts.</summary>
    public IEnumerable<(TaskState State, int Count)> States => Enum.GetValues<TaskState>()
        .Select(state => (state, Leads.Count(line => line.Trail?.Approved?.Statement.State == state)));
}
