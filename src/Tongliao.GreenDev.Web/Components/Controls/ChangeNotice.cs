using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Says that what a screen shows has changed since it was made. Asks no database; holds a counter and nothing of the screen.</summary>
public abstract class ChangeNotice(ReportChanges changes, TimeProvider time) : ComponentBase, IDisposable
{
    private long renderedAt;
    private ChangeListener? listener;

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
        listener?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether the screen shows what was changed.</summary>
    protected abstract bool Concerns(ReportChange change);

    protected override void OnParametersSet()
    {
        if (renderedAt != RenderedAt)
        {
            renderedAt = RenderedAt;
            listener?.Forget();
            Shown = 0;
        }
    }

    /// <summary>Whether the screen has come to show all that was changed, so that there is nothing to tell of.</summary>
    protected virtual Task<bool> IsTakenOverAsync() => Task.FromResult(false);

    // Not called while the page is made on the server, which ends before anything could change.
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            listener = new ChangeListener(changes, time, Concerns, heard => _ = InvokeAsync(() => ShowAsync(heard)));
        }
    }

    private async Task ShowAsync(int heard)
    {
        Shown = await IsTakenOverAsync() ? 0 : Shown + heard;
        StateHasChanged();
    }
}
