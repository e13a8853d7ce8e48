using System.Diagnostics;

namespace Tongliao.GreenDev.Benchmarks;

/// <summary>One thing that is measured.</summary>
/// <param name="Name">What it does.</param>
/// <param name="RunAsync">Does it once.</param>
internal sealed record Job(string Name, Func<Task> RunAsync);

/// <summary>How long a job took, in milliseconds.</summary>
internal sealed record Timing(Job Job, double Median, double P95);

/// <summary>Measures jobs in turn, so that noise hits them alike.</summary>
internal static class Interleaved
{
    private const int WarmUps = 50;

    public static async Task<IReadOnlyList<Timing>> RunAsync(int rounds, IReadOnlyList<Job> jobs, int warmUps = WarmUps)
    {
        var times = jobs.Select(_ => new List<double>(rounds)).ToList();
        for (var round = -warmUps; round < rounds; round++)
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

        return [.. jobs.Zip(times, (job, taken) => new Timing(job, Quantile(taken, 0.5), Quantile(taken, 0.95)))];
    }

    private static double Quantile(List<double> values, double share)
    {
        values.Sort();
        return values[(int)(share * (values.Count - 1))];
    }
}
