using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Progress;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>任务进展 on the screen: from what a department writes to what the bureau decides.</summary>
public sealed class ProgressBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private const string Card = "[data-progress='20-shengtai']";
    private const string Done = "完成3个片区雨污分流改造，新增管网12公里。";

    private static readonly Quarter Third = new(2025, 3);

    [Fact]
    public async Task Write_ByTheDepartment_RefusalKeepsWhatWasTyped_SuccessWaitsForTheBureau()
    {
        var department = await OpenAsync();
        await using var island = Board(department);
        Assert.Contains("未报", island.Island.WaitForElement(Card).TextContent, StringComparison.Ordinal);

        await island.OpenAsync(Card, "Write");
        await island.TypeAsync("state", nameof(TaskState.Behind));
        await island.TypeAsync("done", Done);
        await island.SendAsync();
        Assert.Contains("进展滞后的须写明存在问题", island.FaultOf("problems"), StringComparison.Ordinal);
        Assert.Equal(Done, island.Field("done").GetAttribute("value"));
        await island.TypeAsync("problems", "管材供货不及时");
        await island.TypeAsync("next", "十一月底前全部到货");
        await island.SendAsync();

        Assert.Equal("任务20的进展已上报，等待市住建局审核。", island.Done);
        Assert.Contains("待我办理 0 项", island.Island.Find("#todo").TextContent, StringComparison.Ordinal);
        Assert.Contains("待审核", island.Island.Find($"#mine {Card}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_OnlyADraft_IsKeptAndStillToBeDone()
    {
        var department = await OpenAsync();
        await using var island = Board(department);
        await island.OpenAsync(Card, "Write");
        await island.TypeAsync("state", nameof(TaskState.OnSchedule));
        await island.TypeAsync("done", "正在汇总");
        await island.TickAsync("draft");
        await island.SendAsync();

        Assert.Equal("任务20的进展已存为草稿，还没有上报。", island.Done);
        Assert.Contains("草稿", island.Island.Find($"#todo {Card}").TextContent, StringComparison.Ordinal);
        await using var bureau = Board(Bureau);
        Assert.DoesNotContain("正在汇总", bureau.Island.WaitForElement("#tasks").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ColleagueWasFaster_ShowsBothSideBySide()
    {
        var department = await OpenAsync();
        await using var island = Board(department);
        await island.OpenAsync(Card, "Write");
        await island.TypeAsync("state", nameof(TaskState.OnSchedule));
        await island.TypeAsync("done", Done);
        await SubmitAsync(department, "同事已经写好了本季度的进展情况。");

        await island.SendAsync();

        Assert.Contains("同事已经写好了本季度的进展情况。", island.Dialog.TextContent, StringComparison.Ordinal);
        Assert.Equal(Done, island.Field("done").GetAttribute("value"));
    }

    [Fact]
    public async Task Decide_ByTheBureau_ReturnedWithReasonThenApproved()
    {
        var department = await OpenAsync();
        await SubmitAsync(department, Done);
        await using (var island = Board(Bureau))
        {
            Assert.Contains(Done, island.Island.WaitForElement($"#todo {Card}").TextContent, StringComparison.Ordinal);
            await island.OpenAsync(Card, "Return");
            await island.SendAsync();
            Assert.Contains("请写明退回原因", island.FaultOf("reason"), StringComparison.Ordinal);
            await island.TypeAsync("reason", "请补充项目清单");
            await island.SendAsync();
            Assert.Equal("任务20 市生态环境局的进展已退回。", island.Done);
        }

        await using (var own = Board(department))
        {
            Assert.Contains("退回原因：请补充项目清单", own.Island.WaitForElement($"#todo {Card}").TextContent, StringComparison.Ordinal);
        }

        await SubmitAsync(department, Done);
        await using var again = Board(Bureau);
        again.Island.WaitForElement(Card);
        await again.OpenAsync(Card, "Approve");
        await again.SendAsync();
        Assert.Equal("任务20 市生态环境局的进展已审核通过。", again.Done);
        Assert.Contains("序时推进", again.Island.Find("tr[data-task='20']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeOver_WordsOfTheQuarterBefore_AreConfirmedBeforeTheyAreHandedIn()
    {
        var department = await OpenAsync();
        await SubmitAsync(department, Done);
        await Portal.Services.GetRequiredService<PeriodService>().OpenAsync(Bureau, Third.Next, new DateOnly(2026, 1, 20), CancellationToken.None);
        await using var island = Board(department, Third.Next);
        Assert.Contains(Done, island.Island.WaitForElement(Card).TextContent, StringComparison.Ordinal);

        await island.OpenAsync(Card, "Write");
        await island.Dialog.QuerySelector("[data-act=TakeOver]")!.ClickAsync(new());
        await island.SendAsync();
        Assert.Contains("内容与上季度完全相同", island.FaultOf("unchanged"), StringComparison.Ordinal);
        await island.TickAsync("unchanged");
        await island.SendAsync();

        Assert.Equal("任务20的进展已上报，等待市住建局审核。", island.Done);
    }

    [Fact]
    public async Task Remind_ByTheBureau_TellsTheDepartmentsPeople()
    {
        var department = await OpenAsync();
        await using var island = Board(Bureau);
        island.Island.WaitForElement("#tasks");
        await island.OpenAsync("section.table", "Remind");
        await island.SendAsync();

        Assert.Contains("人发出催报", island.Done, StringComparison.Ordinal);
        var notice = Assert.Single(await Portal.Services.GetRequiredService<NoticeQueries>().ListAsync(department, CancellationToken.None));
        Assert.Contains("任务20", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leader_SeesWhatIsApproved_WithoutButtons_AuditorIsRefused()
    {
        var department = await OpenAsync();
        await SubmitAsync(department, Done);
        var (leader, _) = await Portal.UserAsync(UserRole.Leader);
        await using var island = Board(leader);
        Assert.Contains("审核中", island.Island.WaitForElement("tr[data-task='20']").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Done, island.Island.Markup, StringComparison.Ordinal);
        Assert.Empty(island.Island.FindAll("[data-act]"));

        var (auditor, _) = await Portal.UserAsync(UserRole.Auditor);
        await using var refused = Board(auditor);
        Assert.Equal("审计管理员不查看填报数据。", refused.Island.WaitForElement("[role=alert]").TextContent);
    }

    private AdminIsland<ProgressBoard> Board(Caller person, Quarter? quarter = null) =>
        new(Portal, person, board => board.Add(b => b.Period, (quarter ?? Third).ToString()));

    /// <summary>The quarter is open.</summary>
    /// <returns>Somebody of 市生态环境局, which leads 任务20.</returns>
    private async Task<Caller> OpenAsync()
    {
        await Portal.Services.GetRequiredService<PeriodService>().OpenAsync(Bureau, Third, new DateOnly(2025, 10, 15), CancellationToken.None);
        return await TestPeople.AddAsync(Portal.Services, UserRole.DepartmentReviewer, departmentId: "shengtai");
    }

    private Task<TaskReportVersion> SubmitAsync(Caller department, string done) => Portal.Services.GetRequiredService<TaskReportService>().ApplyAsync(
        department,
        new ApplyTaskStep(new TaskReportKey(20, "shengtai", Third), TaskReportStep.Submit, null, new(TaskState.OnSchedule, done, null, null)),
        CancellationToken.None);
}
