using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>季度填报: the clerk's own report to type into, or anybody's report in sight to read.</summary>
public sealed partial class EntryPage(ReadScopeQueries scopes, ReportQueries reports, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    private IReadOnlyCollection<Quarter> quarters = [];
    private IReadOnlyList<ReportingUnit> units = [];
    private ReportingPeriod? period;
    private ReportingUnit? unit;
    private UnitReport? report;
    private UserRole role;
    private bool isEditable;

    [Parameter]
    public string? UnitCode { get; set; }

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    [SupplyParameterFromQuery(Name = EntryFilters.Parameter)]
    public string? Show { get; set; }

    private string Title => unit is null ? "季度填报" : $"{unit.ShortName} · {period!.Quarter.ChineseName}填报";

    private string Reason => period! switch
    {
        { State: PeriodState.Open } => $"您以“{role.Word()}”身份查看。填写和上报由该单位填报员办理。",
        { State: PeriodState.Locked or PeriodState.Closed } => PeriodMessages.NotOpen(period!),
    };

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (actor, facts) = await scopes.ReadAsync(caller, cancellationToken);
        role = actor.Role;
        quarters = [.. facts.Periods.Select(p => p.Quarter)];
        period = Period is null ? facts.CurrentPeriod() : facts.Period(Quarter.Read(Period));
        if ((UnitCode ?? actor.UnitCode) is not { } code)
        {
            actor.Require(Act.ReadValues);
            units = facts.Plan.Units;
            return;
        }

        unit = ReportAccess.RequireReporting(actor, facts, code);
        facts = facts.For(unit, clock.Today);
        period = Period is null && UnitCode is null ? facts.CurrentPeriod() : facts.Period(period.Quarter);
        isEditable = actor.MayEnter(unit) && period.AcceptsEntry;
        if (!isEditable && period.OpenedAt is not null)
        {
            report = await reports.ReportAsync(caller, new ReportKey(unit.Code, period.Quarter), cancellationToken);
        }
    }
}
