using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Domain.Tests.TaskProgress;

/// <summary>The way of a report on a task: every step from everywhere.</summary>
public sealed class TaskReportStepsTests
{
    [Theory]
    [InlineData(TaskReportStep.Save, "-:Draft Draft:Draft Returned:Returned")]
    [InlineData(TaskReportStep.Submit, "-:Waiting Draft:Waiting Returned:Waiting")]
    [InlineData(TaskReportStep.Withdraw, "Waiting:Draft")]
    [InlineData(TaskReportStep.Approve, "Waiting:Approved")]
    [InlineData(TaskReportStep.Return, "Waiting:Returned")]
    [InlineData(TaskReportStep.Reopen, "Approved:Returned")]
    public void Leads_FromEverywhere_OnlyWhereItMay(TaskReportStep step, string ways)
    {
        var taken = Enum.GetValues<TaskReportStatus>().Cast<TaskReportStatus?>().Prepend(null)
            .Where(from => step.Leads(from) is not null)
            .Select(from => $"{from?.ToString() ?? "-"}:{step.Leads(from)}");

        Assert.Equal(ways, string.Join(' ', taken));
    }

    [Fact]
    public void Words_OfEveryStateStatusAndStep_AreThere()
    {
        Assert.Equal(["未启动", "序时推进", "进展滞后", "已完成"], Enum.GetValues<TaskState>().Select(state => state.Word()));
        Assert.Equal(["草稿", "待审核", "已退回", "已通过"], Enum.GetValues<TaskReportStatus>().Select(status => status.Word()));
        Assert.Equal(["存草稿", "上报", "撤回", "审核通过", "退回", "重新打开"], Enum.GetValues<TaskReportStep>().Select(step => step.Word()));
    }

    [Theory]
    [InlineData(TaskState.OnSchedule, "完成管网普查120公里。", null, null, "")]
    [InlineData(TaskState.Completed, "完成管网普查120公里。", null, null, "")]
    [InlineData(TaskState.OnSchedule, "正在推进。", null, null, "done")]
    [InlineData(TaskState.OnSchedule, "。。。。。。。。。。。。", null, null, "done")]
    [InlineData(TaskState.Behind, "完成管网普查120公里。", null, null, "problems next")]
    [InlineData(TaskState.Behind, "完成管网普查120公里。", "资金尚未到位", null, "next")]
    [InlineData(TaskState.Behind, "完成管网普查120公里。", "无", "年底前开工建设", "problems")]
    [InlineData(TaskState.Behind, "完成管网普查120公里。", "资金尚未到位", "年底前开工建设", "")]
    [InlineData(TaskState.NotStarted, "已列入明年投资计划。", null, null, "next")]
    [InlineData(TaskState.NotStarted, "已列入明年投资计划。", null, "明年三月前启动", "")]
    public void Faults_OfWhatIsHandedIn_AreByField(TaskState state, string done, string? problems, string? next, string fields) =>
        Assert.Equal(fields, string.Join(' ', new TaskStatement(state, done, problems, next).Faults().Select(fault => fault.Field)));

    [Theory]
    [InlineData(1000, 500, 500, "")]
    [InlineData(1001, 500, 500, "done")]
    [InlineData(1000, 501, 501, "problems next")]
    public void Excesses_BeyondTheLimits_AreByField(int done, int problems, int next, string fields) => Assert.Equal(
        fields,
        string.Join(' ', new TaskStatement(TaskState.Behind, new('字', done), new('字', problems), new('字', next)).Excesses().Select(excess => excess.Field)));
}
