using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Ends what counties may type in a period (关闭填报).</summary>
public sealed partial class PeriodCloseDialog(PeriodService service)
{
    private string? reason;

    [Parameter, EditorRequired]
    public PeriodProgress Row { get; set; } = default!;

    /// <inheritdoc cref="CheckQueries.UnexplainedAsync"/>
    [Parameter, EditorRequired]
    public int Unexplained { get; set; }

    private Task<ReportingPeriod> SendAsync(Caller caller, int? version) => service.CloseAsync(caller, new SeenPeriod(Row.Period.Quarter, version, new AskedReason(reason)), CancellationToken.None);

    private string Done() => $"{Row.Period.Quarter.ChineseName}已关闭填报。";
}
