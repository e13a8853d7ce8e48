using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>
/// Lets changes that have begun end before the portal does. The server waits for requests by itself, but not for what
/// circuits are doing.
/// </summary>
internal sealed class LastChanges(WriteTransaction write, ILogger<LastChanges> log) : IHostedService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (write.UnderWay > 0)
        {
            log.LogInformation("Waiting for {Count} changes under way.", write.UnderWay);
        }

        while (write.UnderWay > 0 && !cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
