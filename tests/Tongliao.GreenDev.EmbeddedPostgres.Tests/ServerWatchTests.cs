using Microsoft.Extensions.Logging.Abstractions;

namespace Tongliao.GreenDev.EmbeddedPostgres.Tests;

public sealed class ServerWatchTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    [Fact]
    public async Task Watch_StartFails_TriesAgainMoreSlowly()
    {
        var tries = new List<DateTimeOffset>();
        var succeeded = new TaskCompletionSource();
        await using var watch = new ServerWatch(
            Interval,
            () => succeeded.Task.IsCompleted,
            _ =>
            {
                tries.Add(TimeProvider.System.GetUtcNow());
                if (tries.Count < 3)
                {
                    throw new UnauthorizedAccessException("The disk is read-only.");
                }

                succeeded.SetResult();
                return Task.CompletedTask;
            },
            NullLogger.Instance);

        await succeeded.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(tries[1] - tries[0] >= TimeSpan.FromSeconds(0.9));
        Assert.True(tries[2] - tries[1] >= TimeSpan.FromSeconds(1.9));
    }

    [Fact]
    public async Task DisposeAsync_StartUnderWay_EndsItAndStartsNothingMore()
    {
        var begun = new TaskCompletionSource();
        var tries = 0;
        var watch = new ServerWatch(
            Interval,
            () => false,
            async cancellationToken =>
            {
                tries++;
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            },
            NullLogger.Instance);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await watch.DisposeAsync();
        await Task.Delay(Interval * 20, TestContext.Current.CancellationToken);

        Assert.Equal(1, tries);
    }
}
