using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Pages.Rectifications;
using static MudBlazor.Icons.Material;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>What has to be put right, the first few of it.</summary>
public sealed partial class RectificationsPanel
{
    private const int Most = 4;

    /// <summary>Open, what is overdue first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<RectificationLine> Lines { get; set; } = [];

    /// <summary>Whether they are of several units, and each says of which.</summary>
    [Parameter]
    public bool NamesUnit { get; set; }

    private int Overdue => Lines.Count(line => line.State == RectificationState.Overdue);

    private List<TodoItem> Items => [.. Lines.Take(Most).Select(Item), .. Rest];

    private IEnumerable<TodoItem> Rest => Lines.Count <= Most ? [] :
        [new TodoItem(Outlined.MoreHoriz, $"另有 {Lines.Count - Most} 项", "/rectifications", "查看全部") { Tone = Tone.Quiet }];

    private TodoItem Item(RectificationLine line) => new(
        Outlined.Build, $"{(NamesUnit ? $"{line.Unit.ShortName} " : "")}第{line.Indicator.Number}项 {line.Indicator.ShortName}", RectificationView.AddressOf(line.Unit.Code, line.Indicator.Number), RectificationDialog.Word(line))
    {
        Tone = line.State switch
        {
            RectificationState.Overdue => Tone.Urgent,
            RectificationState.Unarranged => Tone.Due,
            _ => Tone.Quiet,
        },
        Detail = $"{line.State.Word()}，{(line.Arranged is null ? "整改安排应于" : "整改期限")}{DateText.Display(line.DueOn)}{(line.Arranged is null ? "前填写" : "")}；最近结果{line.Latest.Words.CellWithUnit}，{line.Latest.Words.Gap}",
    };
}
