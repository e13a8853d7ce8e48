using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Calendar;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Enters what a notice arranges for some days.</summary>
public sealed partial class CalendarDialog(CalendarService service)
{
    private string? from;
    private string? to;
    private DayKind? kind;
    private string? name;
    private string? document;
    private int days;

    /// <summary>As it was read.</summary>
    [Parameter, EditorRequired]
    public WorkCalendar Calendar { get; set; } = default!;

    private async Task SendAsync(Caller caller, int? version)
    {
        var (first, last) = (DateText.Read(from), DateText.Read(to));
        var faults = new[] { ("from", "起始日期", first.Fault), ("to", "结束日期", last.Fault) }
            .Where(field => field.Item3 is not null).Select(field => new FieldFault(field.Item1, $"{field.Item2}{field.Item3}")).ToList();
        if (faults.Count > 0)
        {
            throw RefusalException.Invalid(RefusalCodes.CalendarInvalid, "请更正后再保存。", faults);
        }

        days = await service.ArrangeAsync(caller, new ArrangeDays(first.Value, last.Value, kind, name, document, version), CancellationToken.None);
    }

    private string Done() => $"已录入{days}天：{kind?.Word()}。";
}
