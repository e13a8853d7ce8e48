using MudBlazor;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Between the calendar and what is typed; a text that is no day is none, and is refused with words when it is sent.</summary>
public sealed class DayConverter : IReversibleConverter<DateTime?, string?>
{
    public static DayConverter Instance { get; } = new();

    public string? Convert(DateTime? input) => input is { } day ? DateText.Display(DateOnly.FromDateTime(day)) : null;

    public DateTime? ConvertBack(string? input) => DateText.Read(input).Value?.ToDateTime(TimeOnly.MinValue);
}
