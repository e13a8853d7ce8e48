using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Review;
using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Review;

public sealed class UnitStandingTests
{
    private static readonly DateOnly Due = new(2025, 10, 15);

    [Theory]
    [InlineData(false, 0, "未报", "–")]
    [InlineData(false, 5, "未报齐", "◔")]
    [InlineData(true, 0, "逾期未报", "■")]
    [InlineData(true, 5, "逾期未报齐", "■")]
    public void Of_NotAllSubmitted_SaysWhetherAnythingCameAndWhetherItIsLate(bool isLate, int reached, string word, string mark)
    {
        var today = isLate ? Due.AddDays(3) : Due.AddDays(-6);

        var standing = Standing(reached, submittedOn: null, isLate, today);

        Assert.Equal((word, mark), (standing.Word, standing.Mark));
        Assert.Equal(isLate ? "已逾期3天" : "距截止6天", standing.Detail);
    }

    [Theory]
    [InlineData(15, false, "按时报齐", "10月15日上报")]
    [InlineData(17, true, "逾期报齐", "10月17日上报，晚2天")]
    public void Of_AllSubmitted_SaysWhen(int day, bool isLate, string word, string detail)
    {
        var standing = Standing(reached: 21, new DateOnly(2025, 10, day), isLate, Due.AddDays(30));

        Assert.Equal((word, detail), (standing.Word, standing.Detail));
    }

    [Theory]
    [InlineData(15, false, "未报齐", "10月15日上报")]
    [InlineData(17, true, "逾期未报齐", "10月17日上报，晚2天")]
    public void Of_AllSubmittedButNotAllReachedTheCity_IsNotComplete(int day, bool isLate, string word, string detail)
    {
        var standing = Standing(reached: 20, new DateOnly(2025, 10, day), isLate, Due.AddDays(30));

        Assert.Equal((word, detail), (standing.Word, standing.Detail));
    }

    [Fact]
    public void Of_AllKinds_PutsLateBeforeMissingBeforeDone()
    {
        var urgencies = new[]
        {
            Standing(5, null, isLate: true, Due.AddDays(1)),
            Standing(0, null, isLate: false, Due),
            Standing(5, null, isLate: false, Due),
            Standing(21, Due.AddDays(1), isLate: true, Due.AddDays(9)),
            Standing(21, Due, isLate: false, Due.AddDays(9)),
        }.Select(standing => standing.Urgency).ToList();

        Assert.Equal(urgencies.Order(), urgencies);
        Assert.Equal(5, urgencies.Distinct().Count());
    }

    private static UnitStanding Standing(int reached, DateOnly? submittedOn, bool isLate, DateOnly today)
    {
        var period = ReportingPeriod.NotYetOpened(Quarter.Parse("2025Q3"));
        period.Open(Due, DateTimeOffset.UnixEpoch);
        var counts = new Dictionary<SubmissionStatus, int> { [SubmissionStatus.CityReview] = reached, [SubmissionStatus.Empty] = 21 - reached };
        var submitted = submittedOn is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : (DateTimeOffset?)null;
        return UnitStanding.Of(
            new UnitProgress(BuiltInPlan.Naiman, counts, 21, submitted, isLate, WaitingSince: null),
            period,
            today,
            at => DateOnly.FromDateTime(at.UtcDateTime));
    }
}
