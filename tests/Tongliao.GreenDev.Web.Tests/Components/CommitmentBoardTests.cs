using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Plans;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>附件外承诺 on the bureau's screen: found kept on an approved report, and taken back.</summary>
public sealed class CommitmentBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    /// <summary>Of 任务4.</summary>
    private const string Row = "[data-commitment='5']";

    [Fact]
    public async Task Record_NothingApproved_SaysWhatToDoFirst()
    {
        await using var island = new AdminIsland<CommitmentBoard>(Portal, Bureau);
        island.Island.WaitForElement(Row);
        await island.OpenAsync(Row, "Record");
        Assert.Contains("任务4还没有审核通过的进展", island.Dialog.TextContent, StringComparison.Ordinal);

        await island.TypeAsync("reason", "现场核查，已经达到。");
        await island.SendAsync();

        Assert.Contains("请选择任务4已通过的一份进展", island.FaultOf("basis"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_OnAnApprovedReport_IsKept_AndTakenBack()
    {
        await ApprovedAsync();
        await using var island = new AdminIsland<CommitmentBoard>(Portal, Bureau);
        island.Island.WaitForElement(Row);
        await island.OpenAsync(Row, "Record");
        await island.TypeAsync("keptOn", "上周");
        await island.TypeAsync("reason", "现场核查，已经达到。");
        await island.SendAsync();
        Assert.Contains("不是有效的日期", island.FaultOf("keptOn"), StringComparison.Ordinal);
        await island.TypeAsync("keptOn", "2025-06-20");
        await island.SendAsync();

        Assert.Equal("承诺5已认定兑现。", island.Done);
        Assert.Equal("Kept", island.Island.Find(Row).GetAttribute("data-state"));
        Assert.Contains("2025-06-20兑现", island.Island.Find(Row).TextContent, StringComparison.Ordinal);
        Assert.Contains("依据市生态环境局2025年三季度进展", island.Island.Find(Row).TextContent, StringComparison.Ordinal);

        await island.OpenAsync(Row, "Record");
        await island.TypeAsync("reason", "复查发现数据有误。");
        await island.SendAsync();
        Assert.Equal("已撤销承诺5的兑现认定。", island.Done);
        Assert.NotEqual("Kept", island.Island.Find(Row).GetAttribute("data-state"));
    }

    private async Task ApprovedAsync()
    {
        var key = new TaskReportKey(4, "shengtai", new Quarter(2025, 3));
        await Portal.Services.GetRequiredService<PeriodService>().OpenAsync(Bureau, key.Quarter, new DateOnly(2025, 10, 15), CancellationToken.None);
        var department = await TestPeople.AddAsync(Portal.Services, UserRole.DepartmentReviewer, departmentId: key.DepartmentId);
        var service = Portal.Services.GetRequiredService<TaskReportService>();
        await service.ApplyAsync(
            department, new ApplyTaskStep(key, TaskReportStep.Submit, null, new(TaskState.OnSchedule, "卫生厕所普及率达到全区平均水平。", null, null)), CancellationToken.None);
        await service.ApplyAsync(Bureau, new ApplyTaskStep(key, TaskReportStep.Approve, 1), CancellationToken.None);
    }
}
