using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Review;

namespace Tongliao.GreenDev.Web.Tests.Review;

public sealed class ReviewReasonsTests
{
    private static readonly Quarter Quarter = Quarter.Parse("2025Q3");

    [Fact]
    public void ToStep_ReturnWithReasonBesideAValue_TakesItWithoutATick()
    {
        var command = Decision(ReviewDecision.ReturnChosen).ToCommand(new ReportKey("150525", Quarter))!;

        Assert.Equal([3, 5], command.IndicatorNumbers);
        Assert.Equal("单位填错", Assert.Single(command.Reasons).Value);
    }

    [Fact]
    public void ToStep_Approve_LeavesReasonedValuesAlone()
    {
        var command = Decision(ReviewDecision.ApproveChosen).ToCommand(new ReportKey("150525", Quarter))!;

        Assert.Equal([3], command.IndicatorNumbers);
    }

    [Fact]
    public void ToStep_ReasonForAValueThatCouldNotBeDecidedOn_IsNotTaken()
    {
        var decision = Decision(ReviewDecision.ReturnChosen);
        decision.Reasons![9] = "不在屏幕上";

        Assert.Equal([3, 5], decision.ToCommand(new ReportKey("150525", Quarter))!.IndicatorNumbers);
    }

    private static ReviewDecision Decision(string act) => new()
    {
        Act = act,
        OperationId = Guid.CreateVersion7(),
        Versions = new() { [2] = 1, [3] = 1, [5] = 1 },
        Chosen = new() { [3] = true },
        Reasons = new() { [2] = "  ", [5] = "单位填错" },
        Reason = "分母与台账不符",
    };
}
