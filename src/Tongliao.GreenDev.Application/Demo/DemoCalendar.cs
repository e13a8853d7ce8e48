using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>
/// When things happened in the demo, as seen from the day it is loaded: nothing lies ahead of that day, and the last quarter is being
/// reported then, however long ago it ended.
/// </summary>
internal sealed class DemoCalendar
{
    /// <summary>Days that reporting of the last quarter has gone on for.</summary>
    private const int Underway = 10;

    private const int DaysToReport = 15;

    private readonly DateOnly today;

    public DemoCalendar(Plan plan, IEnumerable<Quarter> quarters, DateOnly today)
    {
        this.today = today;
        var ascending = quarters.Order().ToList();
        Last = ascending.FindLast(quarter => quarter.LastDay.AddDays(Underway) <= today) is var last && last != default ? last : ascending[0];
        Beginning = new DateTimeOffset(new Quarter(plan.BaselineYear, 4).LastDay.AddDays(10), Morning, TimeSpan.Zero);
    }

    /// <summary>The quarter that reports are coming in of.</summary>
    public Quarter Last { get; }

    /// <summary>When accounts, targets and baselines were set up: before the first quarter was over.</summary>
    public DateTimeOffset Beginning { get; }

    /// <summary>Ten in the morning in Tongliao.</summary>
    private static TimeOnly Morning => new(2, 0);

    /// <summary>Some days after reporting of a quarter could begin.</summary>
    public DateTimeOffset At(Quarter quarter, int day) => new(BeginningOf(quarter).AddDays(day), Morning, TimeSpan.Zero);

    /// <summary>截止日期: of the last quarter at least ten days ahead, so that the demo stays alive.</summary>
    public DateOnly DueOn(Quarter quarter)
    {
        var usual = BeginningOf(quarter).AddDays(DaysToReport);
        return quarter == Last && usual < today.AddDays(10) ? today.AddDays(10) : usual;
    }

    private DateOnly BeginningOf(Quarter quarter) => quarter == Last && quarter.LastDay < today.AddDays(-Underway) ? today.AddDays(-Underway) : quarter.LastDay;
}
