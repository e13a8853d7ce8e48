using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;
using static MudBlazor.Icons.Material;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>What waits for a reviewer's decision, since when, and the way to the earliest of it.</summary>
public sealed partial class ReviewLead(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public IReadOnlyList<WaitingQuarter> Waiting { get; set; } = [];

    /// <summary>Where decisions are taken.</summary>
    [Parameter, EditorRequired]
    public string Place { get; set; } = "";

    /// <summary>Who acts next when nothing waits.</summary>
    [Parameter, EditorRequired]
    public string Idle { get; set; } = "";

    [Parameter, EditorRequired]
    public ReportingPeriod Period { get; set; } = default!;

    /// <summary>Everything of the period has reached the city.</summary>
    [Parameter]
    public bool IsDone { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string Title => Waiting.Count == 0 ? "没有待您审核的数据" : $"待您审核 {Waiting.Sum(quarter => quarter.Values)} 项";

    private string Sentence => Waiting.Count switch
    {
        0 => Idle,
        1 => $"{Waiting[0].Quarter.ChineseName}，{Detail(Waiting[0])}",
        _ => $"分在 {Waiting.Count} 个季度，{(Waiting.MinBy(quarter => quarter.Since)!.Since is var oldest ? $"最早的{SinceWords.Of(oldest, clock)}。" : "")}",
    };

    private List<TodoItem> Todos =>
    [
        .. Waiting.OrderByDescending(quarter => quarter.Overdue > 0).Select(quarter => new TodoItem(Outlined.FactCheck, $"{quarter.Quarter.ChineseName} {quarter.Values} 项", AddressOf(quarter), "去审核")
        {
            Detail = Detail(quarter),
            Tone = quarter.Overdue > 0 ? Tone.Urgent : Tone.Due,
        }),
    ];

    private string AddressOf(WaitingQuarter quarter) => $"{Place}?period={quarter.Quarter}";

    private string Detail(WaitingQuarter quarter) =>
        (quarter.Units > 1 ? $"来自 {quarter.Units} 个单位，" : "") + (quarter.Values > 1 ? "最早的" : "") + SinceWords.Of(quarter.Since, clock) + (quarter.DueOn is { } due ? $"，{DueWords.Of(due, quarter.Values, quarter.Overdue)}" : "") + "。";
}
