using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Web.Components.Layout;
using Tongliao.GreenDev.Web.Components.Pages.Plans;
using Tongliao.GreenDev.Web.Components.Pages.Tasks;

namespace Tongliao.GreenDev.Web.Tests.Pages;

public sealed class PlanPagesTests
{
    private static Plan Plan => BuiltInPlan.Plan;

    [Fact]
    public void Outline_PublishedText_FindsChaptersSectionsAndTasks()
    {
        var lines = PlanOutline.Of(Plan.FullText, Plan.Title);

        Assert.Equal(Plan.Tasks.Select(task => task.Number), lines.Where(line => line.Kind == PlanLineKind.Task).Select(line => line.TaskNumber));
        Assert.Equal(
            ["一、指导思想", "二、总体目标", "三、重点任务", "四、保障措施"],
            lines.Where(line => line.Kind == PlanLineKind.Chapter).Select(line => line.Text));
        Assert.Equal(
            Plan.Sections.Where(section => !section.IsSafeguard).Select(section => section.Heading),
            lines.Where(line => line.Kind == PlanLineKind.Section).Select(line => line.Text));
        Assert.Equal("2023年11月4日", Assert.Single(lines, line => line.Kind == PlanLineKind.Date).Text);
    }

    [Fact]
    public void Outline_PublishedText_LosesNothingBeforeTheAnnex()
    {
        var shown = string.Concat(PlanOutline.Of(Plan.FullText, Plan.Title).Select(line => line.Text));

        var beforeAnnex = Plan.FullText[..Plan.FullText.IndexOf("\n 附件\n", StringComparison.Ordinal)];
        Assert.Equal(string.Concat(beforeAnnex.Split('\n').Select(line => line.Trim())), shown);
    }

    [Fact]
    public void Stretches_EveryTask_PutTogetherAreTheTextUnchanged() => Assert.All(
        Plan.Tasks,
        task => Assert.Equal(task.Text, string.Concat(TaskWords.Stretches(Plan, task).Select(stretch => stretch.Text))));

    [Fact]
    public void Stretches_EveryIndicator_IsMarkedInItsTask()
    {
        var marked = Plan.Tasks.SelectMany(task => TaskWords.Stretches(Plan, task)).Select(stretch => stretch.Indicator?.Number).OfType<int>();

        Assert.Equal(Plan.Indicators.Select(indicator => indicator.Number), marked.Order());
    }

    [Fact]
    public void Stretches_EveryCommitment_IsMarkedInItsTask()
    {
        var marked = Plan.Tasks.SelectMany(task => TaskWords.Stretches(Plan, task)).Select(stretch => stretch.Commitment?.Number).OfType<int>();

        Assert.Equal(Plan.Commitments.Select(commitment => commitment.Number), marked.Order());
    }

    [Theory]
    [InlineData(4, "shengtai", "牵头指标2")]
    [InlineData(8, "shengtai", "配合指标3、13")]
    [InlineData(4, "wenlv", "")]
    public void RoleOf_Department_NamesWhatItLeadsAndJoins(int task, string department, string expected) =>
        Assert.Equal(expected, TaskWords.RoleOf(Plan, Plan.Tasks.Single(t => t.Number == task), department));

    [Fact]
    public void EverybodyImplements_IsTakenFromThePlansOwnWords() => Assert.Equal(
        "各项任务均需各旗县市区人民政府、开发区管委会落实（任务1原文注明“以下均需……落实，不再列出”）。", TaskWords.EverybodyImplements(Plan));

    [Fact]
    public void Menu_CountsComeFromThePlan_WithoutOneThereAreNone()
    {
        Assert.Equal(
            [$"指标（{Plan.Indicators.Count}）", $"任务（{Plan.Tasks.Count}）"],
            NavigationEntry.All.Where(entry => entry.Count is not null).Select(entry => entry.Label(Plan)));
        Assert.All(NavigationEntry.All, entry => Assert.Equal(entry.Text, entry.Label(plan: null)));
    }

    [Fact]
    public void Kind_EveryCommitmentOfThePlan_HasAWord()
    {
        Assert.All(Plan.Commitments, commitment => Assert.NotEqual("其他", CommitmentWords.Kind(commitment.Kind)));
        Assert.Equal("其他", CommitmentWords.Kind("of another plan"));
    }
}
