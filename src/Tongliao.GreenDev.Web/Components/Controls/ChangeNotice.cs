using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Says that what a screen shows has changed since it was made. Asks no database; holds a counter and nothing of the screen.</summary>
public abstract class ChangeNotice(ReportChanges changes, TimeProvider time) : ComponentBase, IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    private long renderedAt;
    private int pending;
    private ITimer? timer;

    /// <summary>Where a click leads: the same view, made anew.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>Differs each time the screen is made, and then nothing has changed since.</summary>
    [Parameter, EditorRequired]
    public long RenderedAt { get; set; }

    /// <summary>How many changes to tell of.</summary>
    protected int Shown { get; private set; }

    public void Dispose()
    {
        changes.Changed -= OnChanged;
        timer?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether the screen shows what was changed.</summary>
    protected abstract bool Concerns(ReportChange change);

    protected override void OnParametersSet()
    {
        if (renderedAt != RenderedAt)
        {
            renderedAt = RenderedAt;
            Interlocked.Exchange(ref pending, 0);
            Shown = 0;
        }
    }

    // Not called while the page is made on the server, which ends before anything could change.
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            timer = time.CreateTimer(_ => InvokeAsync(Show), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            changes.Changed += OnChanged;
        }
    }

    /// <summary>The first of a burst starts the wait, so that a busy day neither floods the line nor puts the notice off for ever.</summary>
    private void OnChanged(ReportChange change)
    {
        if (Concerns(change) && Interlocked.Increment(ref pending) == 1)
        {
            timer?.Change(Delay, Timeout.InfiniteTimeSpan);
        }
    }

    private void Show()
    {
        Shown += Interlocked.Exchange(ref pending, 0);
        StateHasChanged();
    }
}
