using System.Diagnostics;
using System.Globalization;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Benchmarks;

/// <summary>One thing that is measured.</summary>
/// <param name="Name">What it does.</param>
/// <param name="RunAsync">Does it once.</param>
internal sealed record Job(string Name, Func<Task> RunAsync);

/// <summary>Measures jobs in turn and prints a Markdown table with ratios to the first of them.</summary>
internal sealed class ResultTable(TextWriter output, StatementCounter statements)
{
    private const int WarmUps = 30;

    private bool hasHeader;

    public async Task RunAsync(int rounds, IReadOnlyList<Job> jobs)
    {
        var times = jobs.Select(_ => new List<double>(rounds)).ToList();
        for (var round = -Math.Min(WarmUps, rounds); round < rounds; round++)
        {
            for (var i = 0; i < jobs.Count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await jobs[i].RunAsync();
                if (round >= 0)
                {
                    times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        var floor = Quantile(times[0], 0.5);
        for (var i = 0; i < jobs.Count; i++)
        {
            await PrintAsync(jobs[i], times[i], floor);
        }
    }

    private static double Quantile(List<double> values, double share)
    {
        values.Sort();
        return values[(int)(share * (values.Count - 1))];
    }

    private async Task PrintAsync(Job job, List<double> times, double floor)
    {
        if (!hasHeader)
        {
            await output.WriteLineAsync("| job | statements | p50 ms | p95 ms | ratio to the first |");
            await output.WriteLineAsync("|--|--|--|--|--|");
            hasHeader = true;
        }

        var before = statements.Count;
        await job.RunAsync();
        var sent = statements.Count - before;
        var median = Quantile(times, 0.5);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"| {job.Name} | {sent} | {median:0.00} | {Quantile(times, 0.95):0.00} | {median / floor:0.0} |"));
    }
}
