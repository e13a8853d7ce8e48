using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Review;

namespace Tongliao.GreenDev.Web.Tests.Review;

public sealed class ReviewDecisionTests
{
    private static readonly Quarter Quarter = Quarter.Parse("2025Q4");

    [Theory]
    [InlineData(ReviewDecision.ApproveAll, ReviewStep.Approve, new[] { 2, 3, 5 })]
    [InlineData(ReviewDecision.ApproveChosen, ReviewStep.Approve, new[] { 3 })]
    [InlineData(ReviewDecision.ReturnChosen, ReviewStep.Return, new[] { 3 })]
    [InlineData(ReviewDecision.ReopenChosen, ReviewStep.Reopen, new[] { 3 })]
    public void ToStep_Button_TakesItsStepForWhatWasOnTheScreen(string act, ReviewStep action, int[] numbers)
    {
        // Number 9 was ticked by hand, but no version of it stood in the form: what was not seen is not decided.
        var decision = new ReviewDecision { Act = act, Versions = new() { [5] = 1, [2] = 4, [3] = 2 }, Chosen = new() { [3] = true, [5] = false, [9] = true } };

        var command = decision.ToCommand(new ReportKey("150525", Quarter))!;

        Assert.Equal(action, command.Step);
        Assert.Equal(numbers, command.IndicatorNumbers);
        Assert.Equal(2, command.Versions![3]);
    }

    [Fact]
    public void ToStep_NothingTicked_ChoosesNothingRatherThanAll()
    {
        var command = new ReviewDecision { Act = ReviewDecision.ReturnChosen, Versions = new() { [2] = 1 } }.ToCommand(new ReportKey("150525", Quarter))!;

        Assert.NotNull(command.IndicatorNumbers);
        Assert.Empty(command.IndicatorNumbers);
    }

    [Fact]
    public void ToStep_SentAgainAsItWas_IsTheSameAct_CorrectedItIsAnother()
    {
        var form = Guid.CreateVersion7();

        Assert.Equal(Operation(form, "请核对。", 3), Operation(form, "请核对。", 3));
        Guid[] acts = [Operation(form, "请核对。", 3), Operation(form, "请核对。", 5), Operation(form, "请更正。", 3), Operation(Guid.CreateVersion7(), "请核对。", 3)];
        Assert.Equal(4, acts.Distinct().Count());

        // A form without an id is an act of its own each time.
        Assert.NotEqual(Operation(Guid.Empty, "请核对。", 3), Operation(Guid.Empty, "请核对。", 3));

        static Guid Operation(Guid form, string reason, int number) => new ReviewDecision
        {
            Act = ReviewDecision.ReturnChosen, OperationId = form, Reason = reason, Versions = new() { [3] = 1, [5] = 1 }, Chosen = new() { [number] = true },
        }.ToCommand(new ReportKey("150525", Quarter))!.OperationId;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("submit")]
    public void ToStep_UnknownButton_IsNoStep(string? act) =>
        Assert.Null(new ReviewDecision { Act = act, Versions = new() { [2] = 1 } }.ToCommand(new ReportKey("150525", Quarter)));
}
