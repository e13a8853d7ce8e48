using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Rectifications;

/// <summary>Says what is done about a red value, who answers for it and until when.</summary>
public sealed partial class RectificationDialog(RectificationService service, OfficeClock clock)
{
    private string? measures;
    private string? owner;
    private string? due;

    [Parameter, EditorRequired]
    public RectificationLine Line { get; set; } = default!;

    public static string Word(RectificationLine line) => line.Arranged is null ? "填写安排" : "修改安排";

    protected override void OnInitialized() =>
        (measures, owner, due) = (Line.Arranged?.Measures, Line.Arranged?.Owner, DateText.Display(Line.Arranged?.DueOn));

    private async Task SendAsync(Caller caller, int? version)
    {
        var day = DateText.Read(due);
        if (day.Fault is { } fault)
        {
            throw RefusalException.Invalid(RefusalCodes.RectificationInvalid, $"整改期限{fault}", new FieldFault("dueOn", $"整改期限{fault}"));
        }

        await service.ArrangeAsync(caller, new ArrangeRectification(Line.Key, measures, owner, day.Value, version), CancellationToken.None);
    }

    private string Done() => $"{Line.Unit.ShortName}第{Line.Indicator.Number}项的整改安排已保存。";

    /// <summary>Beside what was typed, what somebody else arranged meanwhile.</summary>
    private IEnumerable<ConflictRow> Conflict(object current) => current is not CurrentArrangement theirs ? [] :
    [
        new ConflictRow("整改措施", measures, theirs.Measures),
        new ConflictRow("责任人", owner, theirs.Owner),
        new ConflictRow("整改期限", due, DateText.Display(theirs.DueOn)),
    ];
}
