using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>The arranged days of a year, as a list and by month, with the dialog in which a notice is entered.</summary>
public sealed partial class CalendarBoard(PlanCatalogue catalogue, OfficeClock clock, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private WorkCalendar? calendar;

    [Parameter, EditorRequired]
    public int Year { get; set; }

    private IReadOnlyList<CalendarSpan> Spans => CalendarSpan.Of(calendar!.Arranged.Where(day => day.Day.Year == Year));

    protected override async Task LoadAsync(Caller caller) => calendar = (await catalogue.FactsAsync(caller, CancellationToken.None)).Calendar;

    private Task ArrangeAsync() => AskAsync(_ => dialogs.AskAsync(new DialogParameters<CalendarDialog>
    {
        { dialog => dialog.Calendar, calendar! },
    }));
}
