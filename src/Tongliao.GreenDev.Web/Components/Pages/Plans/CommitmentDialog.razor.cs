using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>Finds a commitment kept, on an approved report of its task, or takes that back.</summary>
public sealed partial class CommitmentDialog(CommitmentService service, OfficeClock clock)
{
    private TaskReportKey? basis;
    private string? keptOn;
    private string? reason;

    [Parameter, EditorRequired]
    public CommitmentLine Line { get; set; } = default!;

    [Parameter, EditorRequired]
    public CommitmentList List { get; set; } = default!;

    private bool IsKept => Line.State == CommitmentState.Kept;

    private string Word => IsKept ? "撤销认定" : "认定兑现";

    private List<TaskReportKey> Bases => [.. List.Bases[Line.Task.Number]];

    protected override void OnInitialized() => (basis, keptOn) = (Bases.FirstOrDefault(), DateText.Display(clock.Today));

    private string TextOf(TaskReportKey? key) => key is null ? "" : $"{key.Quarter.ChineseName} {List.Facts.Department(key.DepartmentId).ShortName}";

    private async Task SendAsync(Caller caller, int? version)
    {
        var day = IsKept ? new DateText(null, null) : DateText.Read(keptOn);
        if (!IsKept && (day.Fault ?? (day.Value is null ? "请填写，例如“2025-11-20”。" : null)) is { } fault)
        {
            throw RefusalException.Invalid(RefusalCodes.CommitmentInvalid, $"兑现日期{fault}", new FieldFault("keptOn", $"兑现日期{fault}"));
        }

        await service.RecordAsync(caller, new RecordCommitment(Line.Commitment.Number, day.Value, IsKept ? null : basis, reason, version), CancellationToken.None);
    }

    private string Done() => IsKept ? $"已撤销承诺{Line.Commitment.Number}的兑现认定。" : $"承诺{Line.Commitment.Number}已认定兑现。";

    /// <summary>Beside what was typed, what a colleague recorded meanwhile.</summary>
    private IEnumerable<ConflictRow> Conflict(object current) => current is not CurrentCommitment theirs ? [] :
    [
        new ConflictRow("兑现日期", keptOn, DateText.Display(theirs.KeptOn)),
        new ConflictRow("认定依据", reason, theirs.Reason),
    ];
}
