using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Workbench;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>What awaits a county reviewer (县级审核员).</summary>
public sealed partial class CountyReviewerDesk(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public WorkbenchContent Content { get; set; } = default!;
}
