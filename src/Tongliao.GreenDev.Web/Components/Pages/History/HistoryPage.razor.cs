using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.History;

/// <summary>修改历史: every revision of one value, the latest first.</summary>
public sealed partial class HistoryPage(ReadScopeQueries scopes, ReportQueries reports, OfficeClock clock, NavigationManager navigation)
    : ReadingPage(navigation)
{
    private IReadOnlyList<ValueRevision> revisions = [];
    private Indicator? indicator;
    private string unitName = "";

    [Parameter]
    public string UnitCode { get; set; } = "";

    [Parameter]
    public string Period { get; set; } = "";

    [Parameter]
    public int Number { get; set; }

    private string Title => indicator is null ? "修改历史" : $"{unitName} · {Quarter.Parse(Period).ChineseName}修改历史";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        revisions = await reports.HistoryAsync(caller, new ValueKey(UnitCode, Quarter.Read(Period), Number), cancellationToken);
        var facts = (await scopes.ReadAsync(caller, cancellationToken)).Facts;
        unitName = facts.UnitOrAggregate(UnitCode).ShortName;
        indicator = facts.Indicator(Number);
    }
}
