using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Ends every change of a period for good (锁定).</summary>
public sealed partial class PeriodLockDialog(PeriodService service)
{
    private bool isConfirmed;
    private string? reason;

    [Parameter, EditorRequired]
    public PeriodProgress Row { get; set; } = default!;

    /// <inheritdoc cref="CheckQueries.UnexplainedAsync"/>
    [Parameter, EditorRequired]
    public int Unexplained { get; set; }

    private string Words => Row.Pending == 0
        ? $"全部 {Row.Total} 项都已审核通过。"
        : $"还有 {Row.Pending} 项没有审核通过：待市级审核 {Row.Of(ValueStatus.CityReview)} 项、待县级审核 {Row.Of(ValueStatus.CountyReview)} 项、"
            + $"已退回 {Row.Of(ValueStatus.Returned)} 项、未填或草稿 {Row.Of(ValueStatus.Draft) + Row.Of(ValueStatus.Empty)} 项。锁定后它们将一直停在现在的状态。";

    private Task<ReportingPeriod> SendAsync(Caller caller, int? version) => isConfirmed
        ? service.LockAsync(caller, new SeenPeriod(Row.Period.Quarter, version, new AskedReason(reason)), CancellationToken.None)
        : throw RefusalException.Invalid(RefusalCodes.ConfirmRequired, "请先勾选确认，再锁定。", new FieldFault("confirm", "请先勾选确认。"));

    private string Done() => $"{Row.Period.Quarter.ChineseName}已锁定。";
}
