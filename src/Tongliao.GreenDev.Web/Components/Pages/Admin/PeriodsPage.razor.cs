using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>管理 · 填报期: the plan's quarters, when each was open, and what is still pending in it.</summary>
public sealed partial class PeriodsPage(PeriodQueries periods, PeriodService service, OfficeClock clock, NavigationManager navigation, SecretsShownOnce secrets)
    : ActingPage(navigation, secrets)
{
    [SupplyParameterFromQuery(Name = "period")]
    private string? Quarter { get; set; }

    [SupplyParameterFromQuery(Name = "act")]
    private string? ActWord { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    private IReadOnlyList<PeriodProgress> Rows { get; set; } = [];

    /// <summary>The period whose act is to be confirmed.</summary>
    private PeriodProgress? Chosen { get; set; }

    private PeriodAct Asked { get; set; }

    private string PanelTitle => $"{Asked.Word(Chosen!.Period)}：{Chosen.Period.Quarter.ChineseName}";

    private string DueProposal => DateText.Display(Chosen!.Period.ProposedDue(clock.Today))!;

    private string FirstDue => DateText.Display(Chosen!.Period.Quarter.LastDay.AddDays(1))!;

    private IReadOnlyList<PeriodChange> History { get; set; } = [];

    private string ClosingWords => Chosen!.Unfinished.Count == 0
        ? "所有单位都已上报到市。关闭后县级不能再填报，待审核的数据仍可通过。"
        : $"还有 {Chosen.Unfinished.Count} 个单位没有报齐（{string.Join('、', Chosen.Unfinished.Select(unit => unit.ShortName))}）。关闭后县级不能再填报，可以重新开放。";

    private string LockingWords => Chosen!.Pending == 0
        ? $"全部 {Chosen.Total} 项都已审核通过。"
        : $"还有 {Chosen.Pending} 项没有审核通过：待市级审核 {Chosen.Of(ValueStatus.CityReview)} 项、待县级审核 {Chosen.Of(ValueStatus.CountyReview)} 项、"
            + $"已退回 {Chosen.Of(ValueStatus.Returned)} 项、未填或草稿 {Chosen.Of(ValueStatus.Draft) + Chosen.Of(ValueStatus.Empty)} 项。锁定后它们将一直停在现在的状态。";

    private string? DoneText => Refused is null && Rows.FirstOrDefault(row => row.Period.Quarter.ToString() == Quarter)?.Period is { } period
        ? (Done, period.State) switch
        {
            ("open", PeriodState.Open) => $"{period.Quarter.ChineseName}正在填报，截止日期为{DateText.Display(period.DueOn)}。",
            ("close", PeriodState.Closed) => $"{period.Quarter.ChineseName}已关闭填报。",
            ("lock", PeriodState.Locked) => $"{period.Quarter.ChineseName}已锁定。",
            _ => null,
        }
        : null;

    private IEnumerable<ConflictRow> Conflict =>
    [
        new ConflictRow("状态", Asked.Word(Chosen!.Period), Chosen.Period.State.Word()),
        new ConflictRow("截止日期", Kept("due"), DateText.Display(Chosen.Period.DueOn)),
    ];

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Rows = await periods.OverviewAsync(caller, cancellationToken);
        Chosen = Enum.TryParse<PeriodAct>(ActWord, ignoreCase: true, out var act) && Enum.IsDefined(act)
            ? Rows.FirstOrDefault(row => row.Period.Quarter.ToString() == Quarter && (Posted.Count > 0 || PeriodActs.For(row.Period).Contains(act)))
            : null;
        Asked = act;
        History = Chosen is null ? [] : await periods.HistoryAsync(caller, Chosen.Period.Quarter, cancellationToken);
    }

    private Task OpenAsync() => ActAsync(DoneAddress("open"), (caller, cancellationToken) =>
    {
        var due = DateText.Read(Posted["due"]);
        return due.Fault is { } fault
            ? throw RefusalException.Invalid(RefusalCodes.DueInvalid, $"截止日期{fault}", new FieldFault("due", $"截止日期{fault}"))
            : service.OpenWithReasonAsync(caller, AsShown(Domain.Reporting.Quarter.Read(Quarter)), due.Value, Posted["reason"], cancellationToken);
    });

    private Task CloseAsync() => ActAsync(DoneAddress("close"), (caller, cancellationToken) => service.CloseAsync(caller, AsShown(Domain.Reporting.Quarter.Read(Quarter)), cancellationToken));

    private Task LockAsync() => ActAsync(DoneAddress("lock"), (caller, cancellationToken) => Posted["confirm"] == "yes"
        ? service.LockAsync(caller, AsShown(Domain.Reporting.Quarter.Read(Quarter)), cancellationToken)
        : throw RefusalException.Invalid(RefusalCodes.ConfirmRequired, "请先勾选确认，再锁定。", new FieldFault("confirm", "请先勾选确认。")));

    private string DoneAddress(string done) => $"{AdminSections.Periods}?done={done}&period={Quarter}";
}
