using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Progress;

/// <summary>Reminds the departments that owe a report.</summary>
public sealed partial class RemindTasksDialog(TaskReminderService service, OfficeClock clock)
{
    private string? until;
    private RemindedUnits? reminded;

    [Parameter, EditorRequired]
    public TaskProgressOverview Overview { get; set; } = default!;

    private List<TaskProgressLine> Owed => [.. Overview.Leads.Where(line => line.IsOwed)];

    /// <summary>The due date while it lies ahead, otherwise the next working day.</summary>
    protected override void OnInitialized() => until = DateText.Display(
        Overview.Period.DueOn is { } due && due >= clock.Today ? due : Overview.Facts.Calendar.After(clock.Today, 1));

    private async Task SendAsync(Caller caller, int? version)
    {
        var day = DateText.Read(until);
        if (day.Fault is { } fault)
        {
            throw RefusalException.Invalid(RefusalCodes.ReminderInvalid, $"日期{fault}", new FieldFault("until", $"日期{fault}"));
        }

        reminded = await service.RemindAsync(caller, new RemindTasks(Overview.Period.Quarter, day.Value), CancellationToken.None);
    }

    private string Done() => reminded is null
        ? "催报已发出。"
        : $"已向{string.Join('、', reminded.Units)}的 {reminded.People} 人发出催报。{(reminded.Unreached.Count == 0 ? "" : $"{string.Join('、', reminded.Unreached)}没有可以通知的账号。")}";
}
