using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Review;

namespace Tongliao.GreenDev.Web.Tests.Review;

public sealed class ReviewDecisionTests
{
    private static readonly Quarter Quarter = Quarter.Parse("2025Q4");

    [Theory]
    [InlineData(ReviewDecision.ApproveAll, ReportAction.Approve, new[] { 2, 3, 5 })]
    [InlineData(ReviewDecision.ApproveChosen, ReportAction.Approve, new[] { 3 })]
    [InlineData(ReviewDecision.ReturnChosen, ReportAction.Return, new[] { 3 })]
    [InlineData(ReviewDecision.ReopenChosen, ReportAction.Reopen, new[] { 3 })]
    public void ToStep_Button_TakesItsStepForWhatWasOnTheScreen(string act, ReportAction action, int[] numbers)
    {
        // Number 9 was ticked by hand, but no version of it stood in the form: what was not seen is not decided.
        var decision = new ReviewDecision { Act = act, Versions = new() { [5] = 1, [2] = 4, [3] = 2 }, Chosen = new() { [3] = true, [5] = false, [9] = true } };

        var step = decision.ToStep("150525", Quarter)!;

        Assert.Equal(action, step.Action);
        Assert.Equal(numbers, step.IndicatorNumbers);
        Assert.Equal(2, step.Versions![3]);
    }

    [Fact]
    public void ToStep_NothingTicked_ChoosesNothingRatherThanAll()
    {
        var step = new ReviewDecision { Act = ReviewDecision.ReturnChosen, Versions = new() { [2] = 1 } }.ToStep("150525", Quarter)!;

        Assert.NotNull(step.IndicatorNumbers);
        Assert.Empty(step.IndicatorNumbers);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("submit")]
    public void ToStep_UnknownButton_IsNoStep(string? act) =>
        Assert.Null(new ReviewDecision { Act = act, Versions = new() { [2] = 1 } }.ToStep("150525", Quarter));
}
