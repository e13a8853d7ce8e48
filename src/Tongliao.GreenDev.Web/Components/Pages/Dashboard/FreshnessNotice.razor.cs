using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>Says that what the dashboard shows has changed since it was made. Its circuit holds a counter and nothing of the matrix.</summary>
public sealed partial class FreshnessNotice(ReportChanges changes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    private Quarter quarter;
    private long renderedAt;
    private int pending;
    private ITimer? timer;

    /// <summary>The quarter shown, as text because it travels to the circuit.</summary>
    [Parameter, EditorRequired]
    public string Period { get; set; } = "";

    /// <summary>Where a click leads: the same view, made anew.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>Differs each time the page is made, and then nothing has changed since.</summary>
    [Parameter, EditorRequired]
    public long RenderedAt { get; set; }

    private int Shown { get; set; }

    public void Dispose()
    {
        changes.Changed -= OnChanged;
        timer?.Dispose();
    }

    protected override void OnParametersSet()
    {
        quarter = Quarter.Parse(Period);
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
        if (change.CountsForRatings && change.Quarter == quarter && Interlocked.Increment(ref pending) == 1)
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
