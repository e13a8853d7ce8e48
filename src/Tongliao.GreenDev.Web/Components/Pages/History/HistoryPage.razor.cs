using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.History;

/// <summary>修改历史: every revision of one value, and every file that came to it or went, the latest first.</summary>
public sealed partial class HistoryPage(
    ReadScopeQueries scopes, ReportQueries reports, RatingQueries ratings, EvidenceQueries evidence, OfficeClock clock, NavigationManager navigation)
    : ReadingPage(navigation)
{
    private IReadOnlyList<HistoryLine> lines = [];
    private Indicator? indicator;
    private string unitName = "";
    private Repair? repair;

    [Parameter]
    public string UnitCode { get; set; } = "";

    [Parameter]
    public string Period { get; set; } = "";

    [Parameter]
    public int Number { get; set; }

    private string Title => indicator is null ? "修改历史" : $"{unitName} · {Quarter.Parse(Period).ChineseName}修改历史";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var key = new ValueKey(UnitCode, Quarter.Read(Period), Number);
        var revisions = await reports.HistoryAsync(caller, key, cancellationToken);
        var facts = (await scopes.ReadAsync(caller, cancellationToken)).Facts;
        unitName = facts.UnitOrAggregate(UnitCode).ShortName;
        indicator = facts.Indicator(Number);
        repair = await ratings.RepairAsync(caller, key, cancellationToken);
        lines = HistoryLine.Of(indicator, revisions, await evidence.OfValueAsync(caller, key, cancellationToken));
    }
}
