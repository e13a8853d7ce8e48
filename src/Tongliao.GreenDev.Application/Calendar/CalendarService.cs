using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Calendar;

/// <summary>Keeps the working days (工作日历), by the yearly notice of 国务院办公厅; the bureau only.</summary>
public sealed class CalendarService(WriteTransaction write, PlanCatalogue catalogue)
{
    /// <summary>The most days at once; no holiday is longer.</summary>
    public const int MaximumDays = 31;

    private const int LongestName = 40;

    /// <summary>Records what a notice arranges; what was recorded of the same days before stays in the history.</summary>
    /// <returns>How many days.</returns>
    /// <exception cref="RefusalException">Not the bureau, something missing or wrong, or the calendar was changed since it was read.</exception>
    public async Task<int> ArrangeAsync(Caller caller, ArrangeDays command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ManagePeriods);
                var days = Checked(command);
                await scope.ReferenceChangedAsync();
                var versions = await scope.Db.CalendarDays.GroupBy(day => day.Day)
                    .Select(day => new { Day = day.Key, Version = day.Max(version => version.Version), Count = day.Count() })
                    .ToDictionaryAsync(day => day.Day, cancellationToken);
                var subject = new AuditSubject.WorkingDays();
                await SeenVersion.RequireAsync(
                    scope, command.Version, new CurrentCalendar(versions.Values.Sum(day => day.Count)), "工作日历", subject, AuditKinds.CalendarChanged);
                scope.Db.CalendarDays.AddRange(DaySpan.Of(days.From, days.To).Select(day => new CalendarDay
                {
                    Day = day,
                    Version = (versions.GetValueOrDefault(day)?.Version ?? 0) + 1,
                    Kind = days.Kind,
                    Name = days.Name,
                    Document = days.Document,
                    Recorded = scope.Recording,
                }));
                scope.Audit(
                    AuditKinds.CalendarChanged, subject, before: null, new AuditedDays(days.From, days.To, days.Kind.Word(), days.Name, days.Document));
                return days.To.DayNumber - days.From.DayNumber + 1;
            },
            cancellationToken);
    }

    private static CheckedDays Checked(ArrangeDays command)
    {
        var faults = new List<FieldFault>();
        var from = command.From ?? Missing("from", "请填写起始日期，例如2026-10-01。");
        var to = command.To ?? from;
        if (command is { From: not null, To: { } last } && (last < from || last.DayNumber - from.DayNumber >= MaximumDays))
        {
            faults.Add(new FieldFault("to", $"结束日期应在起始日期当天或之后，一次最多{MaximumDays}天。"));
        }

        if (command.Kind is null)
        {
            faults.Add(new FieldFault("kind", "请选择放假、上班或按星期。"));
        }

        var name = TypedText.Name(command.Name) ?? "";
        if (command.Kind is DayKind.Off or DayKind.Working && name.Length is 0 or > LongestName)
        {
            faults.Add(new FieldFault("name", $"请写明节日或事由，最多{LongestName}个字，例如“国庆节”。"));
        }

        var document = TypedText.Document(command.Document) ?? "";
        if (document.Length == 0)
        {
            faults.Add(new FieldFault("document", $"请写明依据的通知或文号，最多{TypedText.LongestDocument}个字，不能有换行。"));
        }

        return faults.Count == 0
            ? new CheckedDays(from, to, command.Kind!.Value, command.Kind == DayKind.ByWeekday ? "" : name, document)
            : throw RefusalException.Invalid(RefusalCodes.CalendarInvalid, "请更正后再保存。", faults);

        DateOnly Missing(string field, string message)
        {
            faults.Add(new FieldFault(field, message));
            return DateOnly.MinValue;
        }
    }

    private sealed record CheckedDays(DateOnly From, DateOnly To, DayKind Kind, string Name, string Document);
}
