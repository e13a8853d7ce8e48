using System.Globalization;
using Tongliao.GreenDev.Domain.Calendar;

namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>The life of a reporting period, from not yet opened to locked.</summary>
public sealed class ReportingPeriodTests
{
    private static readonly DateOnly Due = new(2024, 4, 15);
    private static readonly DateTimeOffset Monday = new(2024, 4, 1, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void NotYetOpened_AcceptsNoEntry()
    {
        var period = Period();

        Assert.Equal(PeriodState.Closed, period.State);
        Assert.False(period.AcceptsEntry);
        Assert.True(period.AcceptsReview);
        Assert.Null(period.OpenedAt);
        Assert.Null(period.DueOn);
        Assert.Null(period.ClosedAt);
        Assert.Equal(new Quarter(2024, 1), period.Quarter);
    }

    [Fact]
    public void Open_AcceptsEntryUntilDue()
    {
        var period = Period();

        period.Open(Due, Monday);

        Assert.True(period.AcceptsEntry);
        Assert.Equal(Due, period.DueOn);
        Assert.Equal(Monday, period.OpenedAt);
    }

    [Fact]
    public void Close_KeepsReviewOpen()
    {
        var period = Opened();

        period.Close(Monday.AddDays(20));

        Assert.False(period.AcceptsEntry);
        Assert.True(period.AcceptsReview);
        Assert.Equal(Monday.AddDays(20), period.ClosedAt);
    }

    [Fact]
    public void Reopen_KeepsTheFirstOpeningAndMovesTheDueDate()
    {
        var period = Opened();
        period.Close(Monday.AddDays(20));

        period.Open(Due.AddDays(10), Monday.AddDays(21));

        Assert.True(period.AcceptsEntry);
        Assert.Equal(Monday, period.OpenedAt);
        Assert.Equal(Due.AddDays(10), period.DueOn);
        Assert.Null(period.ClosedAt);
    }

    [Fact]
    public void Lock_AcceptsNothingMore()
    {
        var period = Opened();

        period.Lock(Monday.AddDays(30), "陈晓东（市住建局）");

        Assert.Equal(PeriodState.Locked, period.State);
        Assert.False(period.AcceptsEntry);
        Assert.False(period.AcceptsReview);
        Assert.Equal((Monday.AddDays(30), "陈晓东（市住建局）"), (period.LockedAt, period.LockedBy));
        Assert.Equal(Monday.AddDays(30), period.ClosedAt);
    }

    [Fact]
    public void Lock_AfterClosing_KeepsWhenItWasClosed()
    {
        var period = Opened();
        period.Close(Monday.AddDays(20));

        period.Lock(Monday.AddDays(30), "陈晓东（市住建局）");

        Assert.Equal(Monday.AddDays(20), period.ClosedAt);
    }

    [Fact]
    public void Locked_RefusesEveryStep()
    {
        var period = Opened();
        period.Lock(Monday.AddDays(30), "陈晓东（市住建局）");

        Assert.Equal("2024Q1 is locked.", Assert.Throws<InvalidOperationException>(() => period.Open(Due, Monday.AddDays(31))).Message);
        Assert.Throws<InvalidOperationException>(() => period.Close(Monday.AddDays(31)));
        Assert.Throws<InvalidOperationException>(() => period.Lock(Monday.AddDays(31), "陈晓东（市住建局）"));
        Assert.Equal((PeriodState.Locked, 2), (period.State, period.Version));
        Assert.Equal(Monday.AddDays(30), period.LockedAt);
    }

    [Fact]
    public void Version_EveryStep_IsOneMore()
    {
        var period = Period();
        Assert.Equal(0, period.Version);

        period.Open(Due, Monday);
        Assert.Equal(1, period.Version);
        period.Close(Monday.AddDays(20));
        period.Open(Due.AddDays(10), Monday.AddDays(21));
        period.Lock(Monday.AddDays(30), "陈晓东（市住建局）");
        Assert.Equal(4, period.Version);
    }

    [Theory]
    [InlineData("2024-04-10", "2024-04-20")] // the date it has, which is not the usual one, a Saturday though it be
    [InlineData("2024-04-20", "2024-04-30")]
    public void ProposedDue_OpenedBefore_IsTheDateItHasWhileThatLiesAhead(string today, string expected)
    {
        var period = Period();
        period.Open(new DateOnly(2024, 4, 20), Monday);

        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), period.ProposedDue(DateOnly.Parse(today, CultureInfo.InvariantCulture), Weekdays));
    }

    private static readonly WorkCalendar Weekdays = new([]);

    private static ReportingPeriod Period() => ReportingPeriod.NotYetOpened(1, new Quarter(2024, 1));

    private static ReportingPeriod Opened()
    {
        var period = Period();
        period.Open(Due, Monday);
        return period;
    }

    [Theory]
    [InlineData("2025-09-30", "2025-10-15")]
    [InlineData("2025-10-14", "2025-10-15")]
    [InlineData("2025-10-15", "2025-10-27")] // ten days from then is a Saturday
    [InlineData("2026-03-01", "2026-03-11")]
    public void ProposedDue_AnyDay_LiesAheadOfIt(string today, string expected) => Assert.Equal(
        DateOnly.Parse(expected, CultureInfo.InvariantCulture),
        ReportingPeriod.NotYetOpened(1, Quarter.Parse("2025Q3")).ProposedDue(DateOnly.Parse(today, CultureInfo.InvariantCulture), Weekdays));
}
