using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>A unit's row of the reference sheet.</summary>
public sealed partial class ReferenceRow
{
    [Parameter, EditorRequired]
    public ReportingUnit Unit { get; set; } = default!;

    [Parameter, EditorRequired]
    public ReferenceDraft Draft { get; set; } = default!;

    /// <summary>A cell was left with another text.</summary>
    [Parameter]
    public EventCallback OnTyped { get; set; }

    private string LabelOf(ReferenceColumn column) => $"{Unit.ShortName} 第{column.Indicator.Number}项 {column.Name}（{column.Unit}）";

    private string BeforeId(int column) => $"before-{Unit.Code}-{column}";

    private string Before(ReferenceKey key) => Draft.Sheet[key].Value is { } value ? NumberText.Display(value) : "空";

    private Task TypeAsync(ReferenceKey key, ChangeEventArgs change)
    {
        Draft.Type(key, change.Value as string);
        return OnTyped.InvokeAsync();
    }
}
