using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>On which days people are reminded by schedule.</summary>
internal static class ReminderDays
{
    private const int Last = 3;

    /// <summary>Whether a day is one of the last three working days up to a due day.</summary>
    public static bool AreLast(PlanFacts facts, DateOnly today, DateOnly due) =>
        today <= due && facts.Calendar.IsWorking(today) && facts.Calendar.Between(today, due) < Last;
}
