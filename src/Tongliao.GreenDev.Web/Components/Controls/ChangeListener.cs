using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Hears of the changes that concern a screen, from when it is made until it is disposed; those of a burst are told as one.</summary>
public sealed class ChangeListener : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    private readonly ReportChanges changes;
    private readonly Func<ReportChange, bool> concerns;
    private readonly ITimer timer;
    private int pending;

    /// <param name="changes">Where changes are told.</param>
    /// <param name="time">Measures the wait.</param>
    /// <param name="concerns">Whether the screen shows what was changed.</param>
    /// <param name="tell">Told how many there were, on no thread in particular.</param>
    public ChangeListener(ReportChanges changes, TimeProvider time, Func<ReportChange, bool> concerns, Action<int> tell)
    {
        (this.changes, this.concerns) = (changes, concerns);
        timer = time.CreateTimer(_ => tell(Interlocked.Exchange(ref pending, 0)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        changes.Changed += OnChanged;
    }

    public void Dispose()
    {
        changes.Changed -= OnChanged;
        timer.Dispose();
    }

    /// <summary>What has been heard and not been told is told no more.</summary>
    public void Forget() => Interlocked.Exchange(ref pending, 0);

    /// <summary>The first of a burst starts the wait, so that a busy day neither floods the line nor puts the notice off for ever.</summary>
    private void OnChanged(ReportChange change)
    {
        if (concerns(change) && Interlocked.Increment(ref pending) == 1)
        {
            timer.Change(Delay, Timeout.InfiniteTimeSpan);
        }
    }
}
