using System.Text.Json;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Calendar;

/// <summary>Reads the arranged holidays (节假日安排) that the portal is delivered with.</summary>
public static class CalendarFile
{
    private const string Name = "calendar.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Every day of the file, in its first version.</summary>
    public static IReadOnlyList<CalendarDay> LoadBuiltIn(Recording recorded)
    {
        using var json = typeof(CalendarFile).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"{Name} is not embedded.");
        return
        [
            .. from span in JsonSerializer.Deserialize<List<FileSpan>>(json, Options)!
               from day in DaySpan.Of(span.From, span.To)
               select new CalendarDay
               {
                   Day = day, Version = 1, Kind = span.Kind, Name = span.Name, Document = span.Document, Recorded = recorded,
               },
        ];
    }

    private sealed record FileSpan(DateOnly From, DateOnly To, DayKind Kind, string Name, string Document);
}
