using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>What awaits a clerk (填报员).</summary>
public sealed partial class ClerkDesk(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public WorkbenchContent Content { get; set; } = default!;

    private ReportingPeriod Period => Content.Period!;

    private IReadOnlyList<UnitProgress> Units => Content.Progress!.Units;

    private int Empty => Units[0].Of(ValueStatus.Empty);

    private int WithClerk => Empty + Units[0].Of(ValueStatus.Draft) + Units[0].Of(ValueStatus.Returned);

    private string NextStep => (WithClerk, Empty) switch
    {
        (0, _) => $"全部 {Units[0].Total} 项已上报，等待审核。",
        (_, 0) => $"{WithClerk} 项已填写，尚未上报；校验后即可上报。",
        _ => $"还有 {Empty} 项未填，{WithClerk - Empty} 项已填未上报。",
    };

    private List<ReportingPeriod> OtherOpen =>
        [.. Content.Facts.Periods.Where(period => period.AcceptsEntry && period.Quarter != Period.Quarter)];
}
