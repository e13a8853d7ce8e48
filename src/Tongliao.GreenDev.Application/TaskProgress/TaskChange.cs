using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>A report on a task that is another one since a moment (截至), as far as the reader sees it.</summary>
/// <param name="Key">Which.</param>
/// <param name="Before">As it was; null before there was any.</param>
/// <param name="After">As it is.</param>
public sealed record TaskChange(TaskReportKey Key, TaskReportTrail? Before, TaskReportTrail? After)
{
    /// <summary>Those of some reports, in their order.</summary>
    internal static IReadOnlyList<TaskChange> Of(IEnumerable<TaskReportTrail> trails, DateTimeOffset moment, Func<TaskReportTrail, TaskReportReader> readerOf) =>
    [
        .. from trail in trails
           let reader = readerOf(trail)
           let change = new TaskChange(trail.Key, trail.SeenAt(moment)?.For(reader), trail.For(reader))
           where change.Before?.Latest != change.After?.Latest
           select change,
    ];
}
