using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Domain.Tests.TaskProgress;

/// <summary>Commitments by their dates, to the day.</summary>
public sealed class CommitmentStatesTests
{
    private static readonly DateOnly Due = new(2025, 12, 31);

    [Theory]
    [InlineData("2025-10-01", CommitmentState.Pending)]
    [InlineData("2025-10-02", CommitmentState.Near)]
    [InlineData("2025-12-31", CommitmentState.Near)]
    [InlineData("2026-01-01", CommitmentState.Overdue)]
    public void StateOf_NothingRecorded_GoesByTheDay(string today, CommitmentState state) =>
        Assert.Equal(state, Until2025().StateOf(null, Day(today), nearDays: 90));

    [Theory]
    [InlineData("2025-06-01")]
    [InlineData("2031-01-01")]
    public void StateOf_Kept_IsKeptWhateverTheDay(string today) =>
        Assert.Equal(CommitmentState.Kept, Until2025().StateOf(Record(new DateOnly(2025, 5, 20)), Day(today), nearDays: 90));

    [Fact]
    public void StateOf_TakenBack_GoesByTheDayAgain() =>
        Assert.Equal(CommitmentState.Overdue, Until2025().StateOf(Record(keptOn: null), Due.AddDays(1), nearDays: 90));

    [Fact]
    public void StateOf_NoLastDayInTheText_StandsForEver()
    {
        var since = new Commitment { Number = 17, TaskNumber = 13, Phrase = "自2024年起", Kind = "dated_full_coverage", UntilYear = null, SinceYear = 2024 };

        Assert.Equal(CommitmentState.Standing, since.StateOf(null, new DateOnly(2099, 1, 1), nearDays: 365));
        Assert.Equal("2024年起", since.TermWord());
        Assert.Equal("2025-12-31前", Until2025().TermWord());
        Assert.Equal("未写时限", new Commitment { Number = 2, TaskNumber = 2, Phrase = "最高不超过18层", Kind = "numeric_limit", UntilYear = null, SinceYear = null }.TermWord());
    }

    [Theory]
    [InlineData("2025-12-31", 0)]
    [InlineData("2026-01-01", 1)]
    [InlineData("2025-01-01", 0)]
    public void DaysLate_OfWhatWasKept_CountsFromTheLastDay(string keptOn, int days) => Assert.Equal(days, Until2025().DaysLate(Day(keptOn)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Commitment Until2025() =>
        new() { Number = 1, TaskNumber = 2, Phrase = "到2025年，基本完成", Kind = "dated", UntilYear = 2025, SinceYear = null };

    private static CommitmentRecord Record(DateOnly? keptOn) => new()
    {
        CommitmentId = 1,
        Number = 1,
        KeptOn = keptOn,
        ReportId = null,
        Reason = "现场核查",
        Recorded = new Recording(new DateTimeOffset(2025, 5, 21, 0, 0, 0, TimeSpan.Zero), null, "张三"),
    };
}
