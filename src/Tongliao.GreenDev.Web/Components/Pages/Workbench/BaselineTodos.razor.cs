using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Baselines;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Pages.Baselines;
using static MudBlazor.Icons.Material;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>Of a clerk what came back or was never stated, of the bureau what waits for it, by unit.</summary>
public sealed partial class BaselineTodos
{
    [Parameter, EditorRequired]
    public WorkbenchContent Content { get; set; } = default!;

    private IReadOnlyList<BaselineFilingLine> Lines => Content.Baselines;

    /// <summary>Whether the reader decides on them; otherwise they are the reader's to state.</summary>
    private bool MayDecide => Content.Actor.May(Act.ManageBaselines);

    private int BaselineYear => Content.Facts.Plan.BaselineYear;

    private IReadOnlyList<TodoItem> Items => MayDecide ? [.. Waiting()] : [.. Returned(), .. Missing()];

    private IEnumerable<TodoItem> Waiting() =>
        from line in Lines
        group line by line.Unit into ofUnit
        select new TodoItem(Outlined.Foundation, $"{ofUnit.Key.ShortName}申报的 {ofUnit.Count()} 项{BaselineYear}年基数", BaselineFilingsPage.Address, "去审核")
        {
            Detail = $"{Names(ofUnit)}。采用前不参与判定。",
        };

    private IEnumerable<TodoItem> Returned() =>
        from line in Lines
        where line.IsReturned
        select new TodoItem(Outlined.Undo, $"第{line.Indicator.Number}项 {line.Indicator.ShortName}的{BaselineYear}年基数被退回", BaselineFilingsPage.Address, "去修改")
        {
            Detail = $"退回原因：{line.Decision!.Reason}",
        };

    private IEnumerable<TodoItem> Missing()
    {
        var missing = Lines.Where(line => line.IsMissing).ToList();
        if (missing.Count > 0)
        {
            yield return new TodoItem(Outlined.Foundation, $"还有 {missing.Count} 项{BaselineYear}年基数没有申报", BaselineFilingsPage.Address, "去申报")
            {
                Tone = missing.Exists(line => line.Indicator.BaselineRequired) ? Tone.Due : Tone.Quiet,
                Detail = $"{Names(missing)}。{(missing.Exists(line => line.Indicator.BaselineRequired) ? "必须有基数的指标，缺基数不能亮灯。" : "没有基数的按0计。")}",
            };
        }
    }

    private static string Names(IEnumerable<BaselineFilingLine> lines) => string.Join('、', lines.Select(line => $"第{line.Indicator.Number}项{line.Indicator.ShortName}"));
}
