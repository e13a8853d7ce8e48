using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Timeliness;

/// <summary>Grants one unit a later day than the others (延期).</summary>
public sealed partial class ExtendDialog(ExtensionService service, OfficeClock clock)
{
    /// <summary>Proposed, in working days from the due date or from now.</summary>
    private const int ProposedDays = 3;

    private string? until;
    private string? reason;
    private string? grantor;
    private string? document;

    [Parameter, EditorRequired]
    public ReportingPeriod Period { get; set; } = default!;

    [Parameter, EditorRequired]
    public WorkCalendar Calendar { get; set; } = default!;

    [Parameter, EditorRequired]
    public ReportingUnit Unit { get; set; } = default!;

    /// <summary>What was granted before; null for nothing.</summary>
    [Parameter]
    public Extension? Last { get; set; }

    protected override void OnInitialized() =>
        until = DateText.Display(Last?.Until ?? Calendar.After(Period.DueOn is { } due && due > clock.Today ? due : clock.Today, ProposedDays));

    private async Task SendAsync(Caller caller, int? version)
    {
        var day = DateText.Read(until);
        if (day.Fault is not null || day.Value is null)
        {
            var message = $"延期的日期{day.Fault ?? "没有填写，例如2025-10-25。"}";
            throw RefusalException.Invalid(RefusalCodes.ExtensionInvalid, message, new FieldFault("until", message));
        }

        await service.SetAsync(
            caller, new GrantExtension(Period.Quarter, Unit.Code, day.Value, reason, grantor, document, version), CancellationToken.None);
    }

    private string Done() => $"{Unit.ShortName}已延期至{DateText.Normal(until)}。";

    private IEnumerable<ConflictRow> Conflict(object current) => current is not CurrentExtension theirs ? [] :
    [
        new ConflictRow("延期至", DateText.Normal(until), theirs.Until is { } day ? DateText.Display(day) : "没有延期"),
        new ConflictRow("批准人", grantor, theirs.Grantor),
    ];
}
