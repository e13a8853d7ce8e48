using FsCheck.Fluent;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Tests.Reporting;

public sealed class UnitProgressTests
{
    private const int Total = 21;

    private static readonly DateOnly Due = new(2025, 10, 15);

    [Theory]
    [InlineData(-6, ValueStatus.Draft, "未报", "–", "距截止6天")]
    [InlineData(-6, ValueStatus.CityReview, "未报齐", "◔", "距截止6天")]
    [InlineData(0, ValueStatus.Returned, "未报齐", "◔", "距截止0天")]
    [InlineData(3, ValueStatus.Draft, "逾期未报", "■", "已逾期3天")]
    [InlineData(3, ValueStatus.CountyReview, "逾期未报齐", "■", "已逾期3天")]
    public void Punctuality_NotAllSubmitted_SaysWhetherAnythingCameAndWhetherItIsLate(
        int daysAfterDue, ValueStatus some, string word, string mark, string detail)
    {
        var unit = Progress(Due.AddDays(daysAfterDue), [.. Values(5, some, submittedOn: null)]);

        Assert.Equal((word, mark, detail), (unit.Punctuality.Word(), unit.Punctuality.Mark(), unit.PunctualityDetail));
    }

    [Theory]
    [InlineData(15, ValueStatus.Accepted, "按时报齐", "●", "10月15日上报")]
    [InlineData(17, ValueStatus.Accepted, "逾期报齐", "▲", "10月17日上报，晚2天")]
    [InlineData(15, ValueStatus.CountyReview, "未报齐", "◔", "10月15日上报")] // one is not with the city yet
    [InlineData(17, ValueStatus.CountyReview, "逾期未报齐", "■", "10月17日上报，晚2天")]
    public void Punctuality_AllSubmitted_SaysWhen(int day, ValueStatus last, string word, string mark, string detail)
    {
        var submitted = new DateOnly(2025, 10, day);

        var unit = Progress(Due.AddDays(30), [.. Values(20, ValueStatus.CityReview, Due), .. Values(1, last, submitted)]);

        Assert.Equal((word, mark, detail), (unit.Punctuality.Word(), unit.Punctuality.Mark(), unit.PunctualityDetail));
        Assert.Equal(Instant(submitted), unit.FirstSubmittedAt);
    }

    // The report is there when its last value is: a value without a row, or not submitted yet, keeps it open.
    [Theory]
    [InlineData(20, 0)]
    [InlineData(20, 1)]
    [InlineData(0, 21)]
    public void FirstSubmittedAt_NotAllSubmitted_IsNone(int submitted, int drafts) =>
        Assert.Null(Progress(Due, [.. Values(submitted, ValueStatus.CityReview, Due), .. Values(drafts, ValueStatus.Draft, submittedOn: null)]).FirstSubmittedAt);

    // What came back or waits for the county was submitted, whatever has reached the city.
    [Theory]
    [InlineData(0, 0, 0, Punctuality.Missing)]
    [InlineData(2, 0, 0, Punctuality.Incomplete)]
    [InlineData(0, 2, 0, Punctuality.Incomplete)]
    [InlineData(0, 0, 2, Punctuality.Incomplete)]
    [InlineData(2, 2, 0, Punctuality.Incomplete)]
    [InlineData(1, 1, 2, Punctuality.Incomplete)]
    public void Punctuality_BeforeTheDueDate_TellsNothingFromSomething(int waiting, int returned, int reached, Punctuality expected) =>
        Assert.Equal(
            expected,
            Progress(Due, [
                .. Values(waiting, ValueStatus.CountyReview, Due), .. Values(returned, ValueStatus.Returned, Due), .. Values(reached, ValueStatus.CityReview, Due),
            ]).Punctuality);

    [Fact]
    public void Punctuality_NoDueDate_IsNeverLate()
    {
        var unit = new UnitProgress(Unit(1), Total, [], new Deadline(null, Due, DayOf));

        Assert.Equal((Punctuality.Missing, "", false), (unit.Punctuality, unit.PunctualityDetail, unit.IsLate));
    }

    [Fact]
    public void Urgency_AllKinds_PutsLateBeforeMissingBeforeDone() =>
        Assert.Equal([0, 0, 1, 2, 3, 4], Enum.GetValues<Punctuality>().Select(punctuality => punctuality.Urgency()));

    [Fact]
    public void Counts_ValuesWithoutARow_AreEmpty()
    {
        var unit = Progress(Due, [.. Values(2, ValueStatus.CityReview, Due), .. Values(3, ValueStatus.Accepted, Due), .. Values(1, ValueStatus.Draft, null)]);

        Assert.Equal((2, 3, 1, 15), (unit.Of(ValueStatus.CityReview), unit.Of(ValueStatus.Accepted), unit.Of(ValueStatus.Draft), unit.Of(ValueStatus.Empty)));
        Assert.Equal((21, 5, 18, false), (unit.Total, unit.ReachedCity, unit.Pending, unit.HasAllReached));
    }

    [Fact]
    public void WaitingSince_SeveralWait_IsTheOldest()
    {
        var unit = Progress(Due, [
            .. Values(1, ValueStatus.Accepted, Due.AddDays(-9)), .. Values(1, ValueStatus.CityReview, Due), .. Values(1, ValueStatus.CityReview, Due.AddDays(-1)),
        ]);

        Assert.Equal(Instant(Due.AddDays(-1)), unit.WaitingSince);
    }

    [Fact]
    public void OfPeriod_TwoUnits_AddsUpAndNamesTheUnfinished()
    {
        var period = ReportingPeriod.NotYetOpened(1, Quarter.Parse("2025Q3"));
        ValueProgress[] values =
        [
            .. Values(21, ValueStatus.Accepted, Due),
            .. Values(4, ValueStatus.CityReview, Due.AddDays(1), unit: 2),
            .. Values(3, ValueStatus.Returned, Due, unit: 2), // in time, but no longer with the city
            .. Values(9, ValueStatus.Accepted, Due, unit: 3), // not asked for
        ];

        var progress = PeriodProgress.Of(period, [Unit(1), Unit(2)], Total, values, _ => new Deadline(Due, Due, DayOf));

        Assert.Equal((42, 25, 21, 21), (progress.Total, progress.ReachedCity, progress.OnTime, progress.Pending));
        Assert.Equal([2], progress.Unfinished.Select(unit => unit.Order));
        Assert.Equal(Instant(Due.AddDays(1)), progress.WaitingSince);
    }

    [Fact]
    public void OfPeriod_OneUnitExtended_IsOnTimeByItsOwnDay()
    {
        var period = ReportingPeriod.NotYetOpened(1, Quarter.Parse("2025Q3"));
        ValueProgress[] values = [.. Values(21, ValueStatus.CityReview, Due.AddDays(3)), .. Values(21, ValueStatus.CityReview, Due.AddDays(3), unit: 2)];

        var progress = PeriodProgress.Of(
            period, [Unit(1), Unit(2)], Total, values, unit => new Deadline(unit.Id == 1 ? Due.AddDays(5) : Due, Due.AddDays(4), DayOf) { IsExtended = unit.Id == 1 });

        Assert.Equal((Punctuality.CompleteInTime, Punctuality.CompleteLate), (progress.Units[0].Punctuality, progress.Units[1].Punctuality));
        Assert.Equal((21, 21, 0), (progress.OnTime, progress.Units[0].OnTime, progress.Units[1].OnTime));
        Assert.Contains("延期至", progress.Units[0].PunctualityDetail, StringComparison.Ordinal);
        Assert.DoesNotContain("延期", progress.Units[1].PunctualityDetail, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_ReportedExplainedEmptyAndMended_AreCountedApart()
    {
        var explained = Values(2, ValueStatus.Accepted, Due).Select(value => value with { IsNotApplicable = true });
        var mended = Values(3, ValueStatus.CityReview, Due).Select(value => value with { WasReturned = true });
        var open = Values(4, ValueStatus.Returned, Due).Select(value => value with { WasReturned = true });
        var late = Values(1, ValueStatus.Accepted, Due.AddDays(1));

        var unit = Progress(Due.AddDays(2), [.. explained, .. mended, .. open, .. late]);

        Assert.Equal((6, 4, 2, 11, 3, 5), (unit.ReachedCity, unit.Reported, unit.Explained, unit.Of(ValueStatus.Empty), unit.Mended, unit.OnTime));
    }

    /// <summary>Every cell is somewhere, once: the counts add up to what is due, and none is cut off.</summary>
    [Fact]
    public void Cells_AnyReport_AddUp() => Properties.Check(
        Gen.ArrayOf(Gen.Elements(Enum.GetValues<ValueStatus>())).Where(statuses => statuses.Length <= Total),
        static statuses =>
        {
            var unit = Progress(Due, [.. statuses.SelectMany(status => Values(1, status, Due))]);

            Assert.Equal(Total, Enum.GetValues<ValueStatus>().Sum(unit.Of));
            Assert.Equal(unit.ReachedCity, unit.Reported + unit.Explained);
            Assert.Equal(unit.HasAllReached, unit.ReachedCity == Total);
        });

    private static UnitProgress Progress(DateOnly today, IReadOnlyCollection<ValueProgress> values) =>
        new(Unit(1), Total, values, new Deadline(Due, today, DayOf));

    private static IEnumerable<ValueProgress> Values(int count, ValueStatus status, DateOnly? submittedOn, int unit = 1)
    {
        var at = submittedOn is { } day ? Instant(day) : (DateTimeOffset?)null;
        return Enumerable.Repeat(new ValueProgress(unit, status, at, at), count);
    }

    private static DateTimeOffset Instant(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    /// <summary>Its place stands for its key, which only the database gives.</summary>
    private static ReportingUnit Unit(int place)
    {
        var unit = new ReportingUnit
        {
            Code = "150525", CodeSystem = "", Name = "奈曼旗", ShortName = "奈曼旗", ReportingBody = "", Type = "旗", Order = place, ParentCode = "150500", Sets = [],
        };
        typeof(ReportingUnit).GetProperty(nameof(ReportingUnit.Id))!.SetValue(unit, place);
        return unit;
    }
}
