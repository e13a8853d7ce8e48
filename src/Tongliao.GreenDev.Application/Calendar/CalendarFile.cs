using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Calendar;

/// <summary>Reads the arranged holidays (节假日安排) that the portal is delivered with.</summary>
public static class CalendarFile
{
    private const string Name = "calendar.json";

    /// <summary>Every day of the file, in its first version.</summary>
    public static IReadOnlyList<CalendarDay> LoadBuiltIn(Recording recorded)
    {
        using var json = DeliveredFile.Open(Name);
        return
        [
            .. from span in DeliveredFile.Read<FileSpan>(json)
               from day in DaySpan.Of(span.From, span.To)
               select new CalendarDay
               {
                   Day = day, Version = 1, Kind = span.Kind, Name = span.Name, Document = span.Document, Recorded = recorded,
               },
        ];
    }

    private sealed record FileSpan(DateOnly From, DateOnly To, DayKind Kind, string Name, string Document);
}
