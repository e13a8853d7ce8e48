using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Components.Pages.Search;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>The box in the bar finds what the plan names.</summary>
public sealed class PlanSearchTests
{
    [Theory]
    [InlineData("污水 处理率", "/indicators/10")]
    [InlineData("第8项", "/indicators/8")]
    [InlineData("任务7", "/tasks/7")]
    [InlineData("奈曼", "/dashboard")]
    [InlineData("１５０５２５", "/dashboard")]
    [InlineData("生态环境局", "/departments/shengtai")]
    public void Find_ByAName_LeadsToItsPage(string text, string address) =>
        Assert.Contains(PlanSearch.Find(BuiltInPlan.Plan, text, UserRole.Leader), finding => finding.Address == address);

    [Fact]
    public void Find_OfAUnit_LeadsAReviewerToItsReport() =>
        Assert.Contains(PlanSearch.Find(BuiltInPlan.Plan, "奈曼旗", UserRole.Bureau), finding => finding.Address == "/review/150525");

    [Theory]
    [InlineData(null)]
    [InlineData("  \u200b ")]
    [InlineData("没有这个词")]
    public void Find_OfNothing_IsEmpty(string? text) => Assert.Empty(PlanSearch.Find(BuiltInPlan.Plan, text, UserRole.Leader));
}
