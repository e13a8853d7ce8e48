using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>Looks from time to time whether the server lives, and starts it again where it has died.</summary>
/// <remarks>Every process that uses the server watches it: any of them may be the last one left to see it die.</remarks>
internal sealed class ServerWatch : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>What dies sooner than this after a start is taken to have the same cause, and is started more slowly.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource stop = new();
    private readonly TimeSpan interval;
    private readonly ILogger logger;
    private readonly Task watching;

    /// <param name="interval">Between two looks.</param>
    /// <param name="isAlive">Whether the server's process lives; asked often, so it must be cheap.</param>
    /// <param name="reviveAsync">Starts the server unless it runs; throws where it cannot.</param>
    /// <param name="logger">Hears of every death, start and failure.</param>
    public ServerWatch(TimeSpan interval, Func<bool> isAlive, Func<CancellationToken, Task> reviveAsync, ILogger logger)
    {
        (this.interval, this.logger) = (interval, logger);
        watching = Task.Run(() => WatchAsync(isAlive, reviveAsync));
    }

    /// <summary>Ends the watch, and a start under way; nothing is started any more once it returns.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task WatchAsync(Func<bool> isAlive, Func<CancellationToken, Task> reviveAsync)
    {
        var pause = TimeSpan.Zero;
        long? revivedAt = null;
        while (true)
        {
            await Task.Delay(interval, stop.Token);
            try
            {
                if (isAlive())
                {
                    continue;
                }

                pause = revivedAt is { } at && Stopwatch.GetElapsedTime(at) < Steady ? Longer(pause) : TimeSpan.Zero;
                logger.LogWarning("The embedded PostgreSQL is gone while it is in use; starting it in {Seconds} s", pause.TotalSeconds);
                await Task.Delay(pause, stop.Token);
                await reviveAsync(stop.Token);
                logger.LogInformation("The embedded PostgreSQL runs again");
            }
            // Whatever it was, a full disk for example, may pass; without the watch the portal would stay dead when it has.
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                logger.LogError(failure, "The embedded PostgreSQL cannot be started again yet");
            }

            revivedAt = Stopwatch.GetTimestamp();
        }
    }

    private static TimeSpan Longer(TimeSpan pause) =>
        pause == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
}
