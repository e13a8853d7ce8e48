using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>All reporting periods with their dates, state and progress.</summary>
public sealed partial class PeriodTable(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public IReadOnlyList<PeriodProgress> Rows { get; set; } = [];

    private string Minute(DateTimeOffset? at) => at is { } known ? clock.Minute(known) : "—";

    private static string Word(ReportingPeriod period) => period is { State: PeriodState.Closed, OpenedAt: null } ? "未开放" : period.State.Word();

    private static string? Colour(ReportingPeriod period) => period.State == PeriodState.Open ? "is-green" : null;
}
