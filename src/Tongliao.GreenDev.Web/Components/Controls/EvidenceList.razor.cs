using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Files of evidence (佐证材料) beside a value, wherever the value stands. On a static page it only shows them.</summary>
public sealed partial class EvidenceList(OfficeClock clock)
{
    private long? asked;

    [Parameter, EditorRequired]
    public IReadOnlyList<EvidenceFile> Files { get; set; } = [];

    /// <summary>Whether it says which came with a correction; needless where all did.</summary>
    [Parameter]
    public bool ShowsOrigin { get; set; } = true;

    /// <summary>Whether it says who handed it in and when; needless where that stands beside it.</summary>
    [Parameter]
    public bool ShowsSource { get; set; } = true;

    /// <summary>A file is to be removed; without it none can be.</summary>
    [Parameter]
    public EventCallback<EvidenceFile> OnRemove { get; set; }

    /// <summary>The correction whose files may be removed; null for those of the value itself.</summary>
    [Parameter]
    public long? RemovableOf { get; set; }

    private Task RemoveAsync(EvidenceFile file)
    {
        asked = null;
        return OnRemove.InvokeAsync(file);
    }
}
