namespace Tongliao.GreenDev.Domain.Calendar;

/// <summary>Words of a kind of day.</summary>
public static class DayKinds
{
    public static string Word(this DayKind kind) => kind switch
    {
        DayKind.Off => "放假",
        DayKind.Working => "上班",
        DayKind.ByWeekday => "按星期",
    };
}
