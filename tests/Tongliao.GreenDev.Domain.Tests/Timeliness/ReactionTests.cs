using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Domain.Tests.Timeliness;

public sealed class ReactionTests
{
    // A Monday.
    private static readonly DateTimeOffset Start = new(2025, 10, 13, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_ALifeWithAReturn_EachSideHasItsSpans()
    {
        var reactions = Reaction.Of(
        [
            At(0, RevisionKind.Save, ValueStatus.Draft),
            At(1, RevisionKind.Submit, ValueStatus.CountyReview),
            At(3, RevisionKind.Approve, ValueStatus.CityReview),
            At(7, RevisionKind.Return, ValueStatus.Returned),
            At(8, RevisionKind.Save, ValueStatus.Draft),
            At(9, RevisionKind.Save, ValueStatus.Draft),
            At(12, RevisionKind.Submit, ValueStatus.CountyReview),
            At(13, RevisionKind.Approve, ValueStatus.CityReview),
        ]).ToList();

        Assert.Equal(
            [
                (ReactionKind.CountyReview, 1, 3), (ReactionKind.CityReview, 3, 7), (ReactionKind.Correct, 7, 12), (ReactionKind.CountyReview, 12, 13),
                (ReactionKind.CityReview, 13, -1),
            ],
            reactions.Select(reaction => (reaction.Kind, Hour(reaction.From), reaction.Until is { } until ? Hour(until) : -1)));
    }

    /// <summary>One day decides what is overdue, over any holidays, as asking each day does.</summary>
    [Fact]
    public void LastOverdueDay_AnyToday_PartsWhatIsOverdueFromWhatIsNot()
    {
        var calendar = new WorkCalendar([.. Enumerable.Range(1, 8).Select(day => new CalendarDay
        {
            Day = new DateOnly(2025, 10, day), Version = 1, Kind = DayKind.Off, Name = "国庆节", Document = "通知", Recorded = new(Start, null, "系统"),
        })]);
        for (var today = new DateOnly(2025, 9, 20); today < new DateOnly(2025, 11, 1); today = today.AddDays(1))
        {
            var clock = new ReactionClock(calendar, 3, today, instant => instant.DateTime);
            for (var asked = today.AddDays(-20); asked <= today; asked = asked.AddDays(1))
            {
                Assert.Equal(clock.IsOverdue(new DateTimeOffset(asked, TimeOnly.MinValue, TimeSpan.Zero)), asked <= clock.LastOverdueDay);
            }
        }
    }

    [Fact]
    public void Of_Withdrawn_IsNobodysAnswer()
    {
        var reactions = Reaction.Of(
        [
            At(0, RevisionKind.Save, ValueStatus.Draft), At(1, RevisionKind.Submit, ValueStatus.CountyReview), At(2, RevisionKind.Withdraw, ValueStatus.Draft),
        ]);

        Assert.Empty(reactions);
    }

    [Fact]
    public void Of_Reopened_TheClerkIsAskedUntilItIsSubmittedAgain()
    {
        var reaction = Assert.Single(Reaction.Of([At(1, RevisionKind.Reopen, ValueStatus.Returned), At(2, RevisionKind.Save, ValueStatus.Draft)]));

        Assert.Equal((ReactionKind.Correct, 1), (reaction.Kind, Hour(reaction.From)));
        Assert.Null(reaction.Until);
    }

    [Fact]
    public void Times_MedianLongestAndWhatWaits_InWorkingDays()
    {
        var clock = new ReactionClock(new WorkCalendar([]), Days: 3, new DateOnly(2025, 10, 22), instant => instant.UtcDateTime);
        var times = ReactionTimes.Of(
            "奈曼旗 填报员",
            ReactionKind.Correct,
            [
                new(ReactionKind.Correct, Start, Start.AddDays(1)),
                new(ReactionKind.Correct, Start.AddDays(4), Start.AddDays(7)), // over a weekend
                new(ReactionKind.Correct, Start, Start.AddHours(60)),
                new(ReactionKind.Correct, Start.AddDays(3), null), // due on Tuesday the 21st
                new(ReactionKind.Correct, Start.AddDays(8), null), // due on Friday
            ],
            clock);

        Assert.Equal((3, 1m, 2.5m), (times.Answered, times.Median, times.Longest));
        Assert.Equal((2, Start.AddDays(3), new DateOnly(2025, 10, 21), 1), (times.Open, times.OldestOpen, times.DueOn, times.Overdue));
    }

    [Fact]
    public void Times_EvenNumber_MedianIsBetweenTheTwoInTheMiddle()
    {
        var clock = new ReactionClock(new WorkCalendar([]), Days: 3, new DateOnly(2025, 10, 13), instant => instant.UtcDateTime);

        var times = ReactionTimes.Of("市住建局", ReactionKind.CityReview, [Taken(24), Taken(48), Taken(72), Taken(12)], clock);

        Assert.Equal((1.5m, 3m, 0), (times.Median, times.Longest, times.Open));
        Assert.Null(times.DueOn);

        static Reaction Taken(int hours) => new(ReactionKind.CityReview, Start, Start.AddHours(hours));
    }

    private static ReactionEntry At(int hour, RevisionKind kind, ValueStatus status) => new(Start.AddHours(hour), kind, status);

    private static int Hour(DateTimeOffset instant) => (int)(instant - Start).TotalHours;
}
