using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>All reporting periods with their dates, state and progress, and what the bureau can do with each.</summary>
public sealed partial class PeriodTable(
    PeriodQueries periods,
    CheckQueries checks,
    PlanCatalogue catalogue,
    PeriodTimetable timetable,
    OfficeClock clock,
    IDialogService dialogs,
    AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private IReadOnlyList<PeriodProgress>? rows;
    private WorkCalendar calendar = default!;

    protected override async Task LoadAsync(Caller caller)
    {
        rows = await periods.OverviewAsync(caller, CancellationToken.None);
        calendar = (await catalogue.FactsAsync(caller, CancellationToken.None)).Calendar;
    }

    private Task ActAsync(PeriodAct act, PeriodProgress row) => AskAsync(async caller =>
    {
        var history = await periods.HistoryAsync(caller, row.Period.Quarter, CancellationToken.None);
        return act switch
        {
            PeriodAct.Open or PeriodAct.Due => await dialogs.AskAsync(
                new DialogParameters<PeriodDueDialog> { { dialog => dialog.Row, row }, { dialog => dialog.History, history }, { dialog => dialog.Calendar, calendar } }),
            PeriodAct.Close => await dialogs.AskAsync(
                new DialogParameters<PeriodCloseDialog> { { dialog => dialog.Row, row }, { dialog => dialog.Unexplained, await UnexplainedAsync() } }),
            PeriodAct.Lock => await dialogs.AskAsync(
                new DialogParameters<PeriodLockDialog> { { dialog => dialog.Row, row }, { dialog => dialog.Unexplained, await UnexplainedAsync() } }),
            PeriodAct.Plan => await dialogs.AskAsync(
                new DialogParameters<PeriodScheduleDialog>
                {
                    { dialog => dialog.Row, row }, { dialog => dialog.Calendar, calendar }, { dialog => dialog.Timetable, timetable },
                }),
            PeriodAct.History => await dialogs.AskAsync(
                new DialogParameters<PeriodHistoryDialog> { { dialog => dialog.Quarter, row.Period.Quarter }, { dialog => dialog.History, history } }),
        };

        Task<int> UnexplainedAsync() => checks.UnexplainedAsync(caller, row.Period.Quarter, CancellationToken.None);
    });

    private string? Minute(DateTimeOffset? at) => at is { } known ? clock.Minute(known) : null;

    private static string Word(ReportingPeriod period) => period is { State: PeriodState.Closed, OpenedAt: null } ? "未开放" : period.State.Word();

    private static string? Colour(ReportingPeriod period) => period.State == PeriodState.Open ? "is-green" : null;
}
