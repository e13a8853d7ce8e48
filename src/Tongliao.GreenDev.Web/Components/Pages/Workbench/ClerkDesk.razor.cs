using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Pages.Entry;
using static MudBlazor.Icons.Material;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>What awaits a clerk (填报员): what is to fill in and until when, what came back and why, and the lights of the unit.</summary>
public sealed partial class ClerkDesk(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public WorkbenchContent Content { get; set; } = default!;

    private ReportingPeriod Period => Content.Period!;

    private PeriodProgress Progress => Content.Progress!;

    private int Empty => Progress.Of(ValueStatus.Empty);

    private int WithClerk => Empty + Progress.Of(ValueStatus.Draft) + Progress.Of(ValueStatus.Returned);

    private bool MustAct => Period.AcceptsEntry && WithClerk > 0;

    private string NextStep => (Period.AcceptsEntry, WithClerk, Empty) switch
    {
        (false, _, _) => PeriodMessages.NotOpen(Period),
        (_, 0, _) => $"全部 {Progress.Total} 项已上报，等待审核。",
        (_, _, 0) => $"{WithClerk} 项已填写，尚未上报；校验后即可上报。",
        _ => $"还有 {Empty} 项未填，{WithClerk - Empty} 项已填未上报。",
    };

    private List<TodoItem> Todos => [.. Content.Returned.Select(Returned).OrderBy(item => item.Tone), .. OtherOpen];

    private TodoItem Returned(ReturnedValue value)
    {
        var period = Content.Facts.Period(value.Quarter);
        return new TodoItem(
            Outlined.Undo, $"{value.Quarter.ChineseName} 第{value.Indicator.Number}项 {value.Indicator.Name}", $"/entry?period={value.Quarter}#row-{value.Indicator.Number}", "去修改")
        {
            Tone = !period.AcceptsEntry ? Tone.Quiet : value.IsOverdue ? Tone.Urgent : Tone.Due,
            Detail = $"{(period.AcceptsEntry ? DueWords.Of(value.DueOn, value.IsOverdue) + "。" : "")}退回原因：{value.Reason}{(period.AcceptsEntry ? "" : PeriodMessages.NotOpen(period))}",
        };
    }

    private IEnumerable<TodoItem> OtherOpen =>
        from other in Content.Facts.Periods
        where other.AcceptsEntry && other.Quarter != Period.Quarter
        select new TodoItem(Outlined.Event, $"{other.Quarter.ChineseName}也在填报", $"/entry?period={other.Quarter}", "去填报")
        {
            Detail = EntryWords.Due(other, clock),
            Tone = EntryWords.IsOverdue(other, clock) ? Tone.Urgent : Tone.Due,
        };
}
