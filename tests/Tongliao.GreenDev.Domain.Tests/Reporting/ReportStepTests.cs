using Step = (Tongliao.GreenDev.Domain.Reporting.SubmissionStatus Status, Tongliao.GreenDev.Domain.Reporting.ReportAction Action, Tongliao.GreenDev.Domain.Reporting.ReviewTier Tier);

namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>The golden table of the workflow: every status, action and tier, and what a step does to a value.</summary>
public sealed class ReportStepTests
{
    private static readonly DateTimeOffset Monday = new(2025, 10, 13, 2, 0, 0, TimeSpan.Zero);

    /// <summary>All that is allowed. What is not here is refused.</summary>
    private static readonly Dictionary<Step, SubmissionStatus> Allowed = new()
    {
        // The clerk submits what they typed, and what came back to them; an empty value has nothing to submit.
        [(SubmissionStatus.Draft, ReportAction.Submit, ReviewTier.Clerk)] = SubmissionStatus.CountyReview,
        [(SubmissionStatus.Returned, ReportAction.Submit, ReviewTier.Clerk)] = SubmissionStatus.CountyReview,

        // The county decides on what waits for the county, the city on what waits for the city: neither reaches past the other.
        [(SubmissionStatus.CountyReview, ReportAction.Approve, ReviewTier.County)] = SubmissionStatus.CityReview,
        [(SubmissionStatus.CityReview, ReportAction.Approve, ReviewTier.City)] = SubmissionStatus.Accepted,

        // Every return goes to the clerk, never one tier down.
        [(SubmissionStatus.CountyReview, ReportAction.Return, ReviewTier.County)] = SubmissionStatus.Returned,
        [(SubmissionStatus.CityReview, ReportAction.Return, ReviewTier.City)] = SubmissionStatus.Returned,

        // Only the city takes back an acceptance.
        [(SubmissionStatus.Accepted, ReportAction.Reopen, ReviewTier.City)] = SubmissionStatus.Returned,
    };

    /// <summary>Where a value has left a step behind, so that “all” passes over it; by action and tier.</summary>
    private static readonly Dictionary<(ReportAction Action, ReviewTier Tier), SubmissionStatus[]> Behind = new()
    {
        [(ReportAction.Submit, ReviewTier.Clerk)] = [SubmissionStatus.CountyReview, SubmissionStatus.CityReview, SubmissionStatus.Accepted],
        [(ReportAction.Approve, ReviewTier.County)] = [SubmissionStatus.CityReview, SubmissionStatus.Accepted],
        [(ReportAction.Approve, ReviewTier.City)] = [SubmissionStatus.Accepted],
        [(ReportAction.Return, ReviewTier.County)] = [SubmissionStatus.Returned],
        [(ReportAction.Return, ReviewTier.City)] = [SubmissionStatus.Returned],
        [(ReportAction.Reopen, ReviewTier.City)] = [SubmissionStatus.Returned],
    };

    public static TheoryData<SubmissionStatus, ReportAction, ReviewTier> EveryStep => new MatrixTheoryData<SubmissionStatus, ReportAction, ReviewTier>(
        Enum.GetValues<SubmissionStatus>(), Enum.GetValues<ReportAction>(), Enum.GetValues<ReviewTier>());

    public static TheoryData<ReportAction, ReviewTier> StepsOfATier => [.. Behind.Keys.Select(step => (step.Action, step.Tier))];

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void Next_EveryStatusActionAndTier_IsWhatTheTableSays(SubmissionStatus status, ReportAction action, ReviewTier tier)
    {
        SubmissionStatus? expected = Allowed.TryGetValue((status, action, tier), out var next) ? next : null;

        Assert.Equal(expected, ReportStep.Next(status, action, tier));
    }

    [Theory]
    [MemberData(nameof(StepsOfATier))]
    public void IsBehind_EveryStatus_IsWhatTheTableSays(ReportAction action, ReviewTier tier)
    {
        Assert.Equal(Behind[(action, tier)].Order(), Enum.GetValues<SubmissionStatus>().Where(status => ReportStep.IsBehind(status, action, tier)).Order());
    }

    [Fact]
    public void Take_SubmittedAgainAfterAReturn_KeepsWhenItWasFirstSubmitted()
    {
        var value = Submitted();
        value.Take(SubmissionStatus.Returned, "请核对分母。", Monday.AddDays(1));

        value.Take(SubmissionStatus.CountyReview, reason: null, Monday.AddDays(9));

        Assert.Equal((Monday, Monday.AddDays(9)), (value.FirstSubmittedAt, value.ChangedAt));
    }

    [Fact]
    public void Take_SubmittedAgainAfterAReturn_DropsTheReason()
    {
        var value = Submitted();
        value.Take(SubmissionStatus.Returned, "请核对分母。", Monday.AddDays(1));
        Assert.Equal("请核对分母。", value.ReturnReason);

        // While the clerk mends it the reason still stands there.
        value.SaveDraft(new Statement { Inputs = new ReportedInputs { Amount = 2 } }, Monday.AddDays(2));
        Assert.Equal("请核对分母。", value.ReturnReason);

        value.Take(SubmissionStatus.CountyReview, reason: null, Monday.AddDays(3));
        Assert.Null(value.ReturnReason);
    }

    [Fact]
    public void Take_ReturnedTwice_HasTheLastReason()
    {
        var value = Submitted();
        value.Take(SubmissionStatus.Returned, "请核对分母。", Monday.AddDays(1));
        value.Take(SubmissionStatus.CountyReview, reason: null, Monday.AddDays(2));

        value.Take(SubmissionStatus.Returned, "分母仍不符。", Monday.AddDays(3));

        Assert.Equal("分母仍不符。", value.ReturnReason);
    }

    [Fact]
    public void Take_EveryStep_IsOneVersionMore()
    {
        var value = Submitted();
        Assert.Equal(2, value.Version);

        value.Take(SubmissionStatus.CityReview, reason: null, Monday);
        value.Take(SubmissionStatus.Accepted, reason: null, Monday);

        Assert.Equal((4, SubmissionStatus.Accepted, true), (value.Version, value.Status, value.ToFigure().IsApproved));
    }

    [Theory]
    [InlineData(SubmissionStatus.CountyReview)]
    [InlineData(SubmissionStatus.CityReview)]
    [InlineData(SubmissionStatus.Accepted)]
    public void SaveDraft_OutOfTheClerksHands_IsAnError(SubmissionStatus status)
    {
        var value = Submitted();
        value.Take(status, reason: null, Monday);

        Assert.Throws<InvalidOperationException>(() => value.SaveDraft(Statement.Empty, Monday));
    }

    private static ReportedValue Submitted()
    {
        var value = ReportedValue.Blank(16);
        value.SaveDraft(new Statement { Inputs = new ReportedInputs { Amount = 1 } }, Monday);
        value.Take(SubmissionStatus.CountyReview, reason: null, Monday);
        return value;
    }
}
