using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Workbench;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>What the auditor (审计管理员) sees first: the last entries of the audit.</summary>
public sealed partial class AuditorDesk(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public WorkbenchContent Content { get; set; } = default!;
}
