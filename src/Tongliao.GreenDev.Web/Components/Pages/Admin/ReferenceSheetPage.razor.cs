using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>管理 · 总表: all baselines and unit targets as one grid; the address says whether of every indicator.</summary>
public sealed partial class ReferenceSheetPage(NavigationManager navigation) : ReadingPage(navigation)
{
    [SupplyParameterFromQuery]
    private string? Of { get; set; }

    private bool IsAll => Of == ReferenceBoard.OfAll;

    protected override Task LoadAsync(Caller caller, CancellationToken cancellationToken) => Task.CompletedTask;
}
