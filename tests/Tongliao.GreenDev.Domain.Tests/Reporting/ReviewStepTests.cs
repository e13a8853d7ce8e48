using Step = (Tongliao.GreenDev.Domain.Reporting.ValueStatus Status, Tongliao.GreenDev.Domain.Reporting.ReviewStep Action, Tongliao.GreenDev.Domain.Reporting.ReviewTier Tier);

namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>The golden table of the workflow: every status, action and tier, and what a step does to a value.</summary>
public sealed class ReviewStepTests
{
    private static readonly DateTimeOffset Monday = new(2025, 10, 13, 2, 0, 0, TimeSpan.Zero);

    /// <summary>All that is allowed. What is not here is refused.</summary>
    private static readonly Dictionary<Step, ValueStatus> Allowed = new()
    {
        // The clerk submits what they typed, and what came back to them; an empty value has nothing to submit.
        [(ValueStatus.Draft, ReviewStep.Submit, ReviewTier.Clerk)] = ValueStatus.CountyReview,
        [(ValueStatus.Returned, ReviewStep.Submit, ReviewTier.Clerk)] = ValueStatus.CountyReview,

        // The county decides on what waits for the county, the city on what waits for the city: neither reaches past the other.
        [(ValueStatus.CountyReview, ReviewStep.Approve, ReviewTier.County)] = ValueStatus.CityReview,
        [(ValueStatus.CityReview, ReviewStep.Approve, ReviewTier.City)] = ValueStatus.Accepted,

        // Every return goes to the clerk, never one tier down.
        [(ValueStatus.CountyReview, ReviewStep.Return, ReviewTier.County)] = ValueStatus.Returned,
        [(ValueStatus.CityReview, ReviewStep.Return, ReviewTier.City)] = ValueStatus.Returned,

        // The clerk takes back what has not been decided; whether a reviewer has opened it is asked besides.
        [(ValueStatus.CountyReview, ReviewStep.Withdraw, ReviewTier.Clerk)] = ValueStatus.Draft,
        [(ValueStatus.CityReview, ReviewStep.Withdraw, ReviewTier.Clerk)] = ValueStatus.Draft,

        // Only the city takes back an acceptance.
        [(ValueStatus.Accepted, ReviewStep.Reopen, ReviewTier.City)] = ValueStatus.Returned,
    };

    /// <summary>Where a value has left a step behind, so that “all” passes over it; by action and tier.</summary>
    private static readonly Dictionary<(ReviewStep Action, ReviewTier Tier), ValueStatus[]> Behind = new()
    {
        [(ReviewStep.Submit, ReviewTier.Clerk)] = [ValueStatus.CountyReview, ValueStatus.CityReview, ValueStatus.Accepted],
        [(ReviewStep.Approve, ReviewTier.County)] = [ValueStatus.CityReview, ValueStatus.Accepted],
        [(ReviewStep.Approve, ReviewTier.City)] = [ValueStatus.Accepted],
        [(ReviewStep.Return, ReviewTier.County)] = [ValueStatus.Returned],
        [(ReviewStep.Return, ReviewTier.City)] = [ValueStatus.Returned],
        [(ReviewStep.Reopen, ReviewTier.City)] = [ValueStatus.Returned],
        [(ReviewStep.Withdraw, ReviewTier.Clerk)] = [ValueStatus.Empty, ValueStatus.Draft, ValueStatus.Returned, ValueStatus.Accepted],
    };

    public static TheoryData<ValueStatus, ReviewStep, ReviewTier> EveryStep => new MatrixTheoryData<ValueStatus, ReviewStep, ReviewTier>(
        Enum.GetValues<ValueStatus>(), Enum.GetValues<ReviewStep>(), Enum.GetValues<ReviewTier>());

    public static TheoryData<ReviewStep, ReviewTier> StepsOfATier => [.. Behind.Keys.Select(step => (step.Action, step.Tier))];

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void Next_EveryStatusActionAndTier_IsWhatTheTableSays(ValueStatus status, ReviewStep action, ReviewTier tier)
    {
        ValueStatus? expected = Allowed.TryGetValue((status, action, tier), out var next) ? next : null;

        Assert.Equal(expected, ReviewSteps.Next(status, action, tier));
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void Next_WithoutCountyReview_DiffersOnlyInWhereASubmissionGoes(ValueStatus status, ReviewStep action, ReviewTier tier)
    {
        var by = ReviewSteps.Next(status, action, tier);

        var direct = ReviewSteps.Next(status, action, tier, hasCountyReview: false);

        Assert.Equal(action == ReviewStep.Submit && by is not null ? ValueStatus.CityReview : by, direct);
    }

    [Theory]
    [MemberData(nameof(StepsOfATier))]
    public void IsBehind_EveryStatus_IsWhatTheTableSays(ReviewStep action, ReviewTier tier)
    {
        Assert.Equal(Behind[(action, tier)].Order(), Enum.GetValues<ValueStatus>().Where(status => ReviewSteps.IsBehind(status, action, tier)).Order());
    }

    [Fact]
    public void Take_SubmittedAgainAfterAReturn_KeepsWhenItWasFirstSubmitted()
    {
        var value = Submitted();
        value.MoveTo(ValueStatus.Returned, "请核对分母。", Monday.AddDays(1));

        value.MoveTo(ValueStatus.CountyReview, reason: null, Monday.AddDays(9));

        Assert.Equal((Monday, Monday.AddDays(9)), (value.FirstSubmittedAt, value.ChangedAt));
    }

    [Fact]
    public void Take_SubmittedAgainAfterAReturn_KeepsTheReasonUntilTheCityHasApproved()
    {
        var value = Submitted();
        value.MoveTo(ValueStatus.Returned, "请核对分母。", Monday.AddDays(1));
        Assert.Equal("请核对分母。", value.ReturnReason);

        // While the clerk mends it the reason still stands there.
        value.SaveDraft(new Statement { Inputs = new ReportedInputs { Amount = 2 } }, Monday.AddDays(2));
        Assert.Equal("请核对分母。", value.ReturnReason);

        value.MoveTo(ValueStatus.CountyReview, reason: null, Monday.AddDays(3));
        value.MoveTo(ValueStatus.CityReview, reason: null, Monday.AddDays(4));
        Assert.Equal("请核对分母。", value.ReturnReason);

        value.MoveTo(ValueStatus.Accepted, reason: null, Monday.AddDays(5));
        Assert.Null(value.ReturnReason);
    }

    [Fact]
    public void NeedsAnswer_ReturnedAndUnchanged_UntilItSaysSomethingElse()
    {
        var value = Submitted();
        var returned = value.Statement;
        Assert.False(value.NeedsAnswer(returned));

        value.MoveTo(ValueStatus.Returned, "请核对分母。", Monday.AddDays(1));
        Assert.True(value.NeedsAnswer(returned));

        value.SaveDraft(returned with { Note = "已核对。" }, Monday.AddDays(2));
        Assert.False(value.NeedsAnswer(returned));

        // Submitted, withdrawn and typed back: the reason still stands unanswered.
        value.MoveTo(ValueStatus.CountyReview, reason: null, Monday.AddDays(3));
        value.MoveTo(ValueStatus.Draft, reason: null, Monday.AddDays(3));
        value.SaveDraft(returned, Monday.AddDays(4));
        Assert.True(value.NeedsAnswer(returned));
    }

    [Fact]
    public void Withdraw_TheFirstSubmission_WasNoSubmissionInTime()
    {
        var value = Submitted();

        value.MoveTo(ValueStatus.Draft, reason: null, Monday.AddDays(1));
        Assert.Null(value.FirstSubmittedAt);

        value.MoveTo(ValueStatus.CountyReview, reason: null, Monday.AddDays(9));
        Assert.Equal(Monday.AddDays(9), value.FirstSubmittedAt);
    }

    [Fact]
    public void Withdraw_ALaterSubmission_LeavesWhenItWasFirstSubmitted()
    {
        var value = Submitted();
        value.MoveTo(ValueStatus.Returned, "请核对分母。", Monday.AddDays(1));
        value.MoveTo(ValueStatus.CountyReview, reason: null, Monday.AddDays(2));

        value.MoveTo(ValueStatus.Draft, reason: null, Monday.AddDays(3));

        Assert.Equal(Monday, value.FirstSubmittedAt);
    }

    [Fact]
    public void Take_ReturnedTwice_HasTheLastReason()
    {
        var value = Submitted();
        value.MoveTo(ValueStatus.Returned, "请核对分母。", Monday.AddDays(1));
        value.MoveTo(ValueStatus.CountyReview, reason: null, Monday.AddDays(2));

        value.MoveTo(ValueStatus.Returned, "分母仍不符。", Monday.AddDays(3));

        Assert.Equal("分母仍不符。", value.ReturnReason);
    }

    [Fact]
    public void Take_EveryStep_IsOneVersionMore()
    {
        var value = Submitted();
        Assert.Equal(2, value.Version);

        value.MoveTo(ValueStatus.CityReview, reason: null, Monday);
        value.MoveTo(ValueStatus.Accepted, reason: null, Monday);

        Assert.Equal((4, ValueStatus.Accepted, true), (value.Version, value.Status, value.ToFigure().IsApproved));
    }

    [Theory]
    [InlineData(ValueStatus.CountyReview)]
    [InlineData(ValueStatus.CityReview)]
    [InlineData(ValueStatus.Accepted)]
    public void SaveDraft_OutOfTheClerksHands_IsAnError(ValueStatus status)
    {
        var value = Submitted();
        value.MoveTo(status, reason: null, Monday);

        var error = Assert.Throws<InvalidOperationException>(() => value.SaveDraft(Statement.Empty, Monday));
        Assert.Equal($"A value in {status} cannot be edited.", error.Message);
    }

    [Fact]
    public void SaveDraft_ClearedOfEverything_IsEmptyAgain()
    {
        var value = ReportedValue.Blank(16);
        Assert.Equal((16, ValueStatus.Empty, 0), (value.IndicatorId, value.Status, value.Version));

        value.SaveDraft(new Statement { Note = "待核" }, Monday);
        Assert.Equal((ValueStatus.Draft, 1), (value.Status, value.Version));

        value.SaveDraft(new Statement { Note = " \u200b " }, Monday.AddDays(1));
        Assert.Equal((ValueStatus.Empty, 2, Monday.AddDays(1)), (value.Status, value.Version, value.ChangedAt));
    }

    [Theory]
    [InlineData(ReviewStep.Submit, RevisionKind.Submit, "上报")]
    [InlineData(ReviewStep.Approve, RevisionKind.Approve, "审核通过")]
    [InlineData(ReviewStep.Return, RevisionKind.Return, "退回")]
    [InlineData(ReviewStep.Reopen, RevisionKind.Reopen, "重新打开")]
    [InlineData(ReviewStep.Withdraw, RevisionKind.Withdraw, "撤回")]
    public void Step_IsCalledTheSameInTheHistory(ReviewStep step, RevisionKind kind, string word)
    {
        Assert.Equal(kind, RevisionKinds.Of(step));
        Assert.Equal((word, word), (step.Word(), kind.Word()));
    }

    [Fact]
    public void Save_InTheHistory_IsCalledFilling() => Assert.Equal(("填写", "共用数随改"), (RevisionKind.Save.Word(), RevisionKind.Share.Word()));

    [Fact]
    public void Revision_AfterAReturn_RecordsHowItStandsAndWhoDidWhat()
    {
        var value = Submitted();
        value.MoveTo(ValueStatus.Returned, "请核对分母。", Monday.AddDays(1));
        var (operation, by) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var revision = ValueRevision.After(value, RevisionKind.Return, operation, new Recording(Monday.AddDays(1), by, "张三（奈曼旗 填报员）") { Way = Way.Program }, "请核对分母。");

        Assert.Equal((3, ValueStatus.Returned, Monday.AddDays(1), RevisionKind.Return), (revision.Version, revision.Status, revision.At, revision.Kind));
        Assert.Equal((operation, by, "张三（奈曼旗 填报员）", "请核对分母。"), (revision.OperationId, revision.ById, revision.ByName, revision.Reason));
        Assert.Equal((value.Statement, Way.Program), (revision.Statement, revision.Way));
    }

    [Fact]
    public void Revision_OfAValueNeverChanged_IsAnError() =>
        Assert.Equal(
            "Only a changed value has a revision.",
            Assert.Throws<InvalidOperationException>(
                () => ValueRevision.After(ReportedValue.Blank(16), RevisionKind.Save, Guid.Empty, new Recording(Monday, Guid.Empty, "张三"), reason: null)).Message);

    [Fact]
    public void Submission_Blank_HoldsOneEmptyValueForEachIndicator()
    {
        var submission = Submission.Blank(1, 6, Quarter.Parse("2025Q3"), [4, 8, 15]);

        Assert.Equal((1, 6, "2025Q3"), (submission.PlanId, submission.UnitId, submission.Quarter.ToString()));
        Assert.Equal([4, 8, 15], submission.Values.Select(value => value.IndicatorId));
        Assert.All(submission.Values, value => Assert.Equal((ValueStatus.Empty, 0), (value.Status, value.Version)));
    }

    private static ReportedValue Submitted()
    {
        var value = ReportedValue.Blank(16);
        value.SaveDraft(new Statement { Inputs = new ReportedInputs { Amount = 1 } }, Monday);
        value.MoveTo(ValueStatus.CountyReview, reason: null, Monday);
        return value;
    }
}
