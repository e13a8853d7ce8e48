using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Benchmarks;

/// <summary>The services that the three users wait for, each beside the same rows by EF alone.</summary>
internal static class ServiceTable
{
    public static async Task PrintAsync(int rounds)
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var table = new MarkdownTable(Console.Out, "job", "statements", "p50 ms", "p95 ms", "ratio to the first");
        await PrintAsync(table, portal.Statements, rounds, DashboardJobs.Of(portal));
        await PrintAsync(table, portal.Statements, rounds, SaveJobs.Of(portal));
        await PrintAsync(table, portal.Statements, Math.Max(20, rounds / 10), ExportJobs.Of(portal));
    }

    private static async Task PrintAsync(MarkdownTable table, StatementCounter statements, int rounds, IReadOnlyList<Job> jobs)
    {
        var timings = await Interleaved.RunAsync(rounds, jobs);
        foreach (var (job, median, p95) in timings)
        {
            var sent = await statements.DuringAsync(job.RunAsync);
            table.Row($"{job.Name}", $"{sent}", $"{median:0.0}", $"{p95:0.0}", $"{median / timings[0].Median:0.0}");
        }
    }
}
