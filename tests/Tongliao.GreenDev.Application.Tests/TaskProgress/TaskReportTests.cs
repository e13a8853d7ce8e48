using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.TaskProgress;

/// <summary>任务进展: the department says, the bureau decides, and all of it stays.</summary>
public sealed class TaskReportTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Done = "完成供水管网普查120公里，更新改造18公里。";
    private static readonly Quarter Third = new(2025, 3);

    /// <summary>任务20, which 市生态环境局 leads and 市住建局 supports.</summary>
    private static readonly TaskReportKey Key = new(20, "shengtai", Third);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller department = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        department = await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shengtai");
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        await services.GetRequiredService<PeriodService>().OpenAsync(bureau, Third, new DateOnly(2025, 10, 15), CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Apply_WrittenReturnedAnsweredApproved_KeepsEveryVersionWithAudit()
    {
        await WriteAsync(department, TaskReportStep.Save, done: "正在汇总", version: 0);
        await WriteAsync(department, TaskReportStep.Submit, version: 1);
        await DecideAsync(bureau, TaskReportStep.Return, version: 2);
        await WriteAsync(department, TaskReportStep.Submit, done: $"{Done}涉及5个小区。", version: 3);
        await DecideAsync(bureau, TaskReportStep.Approve, version: 4);

        var trail = (await LineAsync(department)).Trail!;
        Assert.Equal(
            [TaskReportStep.Save, TaskReportStep.Submit, TaskReportStep.Return, TaskReportStep.Submit, TaskReportStep.Approve],
            trail.Versions.Select(version => version.Step));
        Assert.Equal((TaskReportStatus.Approved, $"{Done}涉及5个小区。", Way.Screen), (trail.Status, trail.Approved!.Statement.Done, trail.Latest.Recorded.Way));
        var notice = Assert.Single(await services.GetRequiredService<NoticeQueries>().ListAsync(department, CancellationToken.None));
        Assert.Equal(("任务进展退回：任务20", "/progress?period=2025Q3"), (notice.Title, notice.Address));
        await using var db = await ContextAsync();
        var audits = await db.AuditEvents.Where(row => row.Kind == AuditKinds.TaskReportStep).OrderBy(row => row.Id).ToListAsync();
        Assert.Equal(5, audits.Count);
        Assert.All(audits, audit => Assert.Equal("task 20/shengtai/2025Q3", audit.Subject));
        Assert.Contains("请补充项目清单", audits[2].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_ByEveryRole_OnlyTheDepartmentWritesAndTheBureauDecides()
    {
        foreach (var role in Enum.GetValues<UserRole>())
        {
            var person = await TestPeople.AddAsync(
                services, role, role.IsCounty() ? "150525" : null, role.IsDepartment() ? "shuiwu" : null);

            await RefusedAsync(RefusalCodes.Forbidden, () => WriteAsync(person, TaskReportStep.Submit, version: null));
            if (role != UserRole.Bureau)
            {
                await RefusedAsync(RefusalCodes.Forbidden, () => DecideAsync(person, TaskReportStep.Approve, version: null));
            }
        }

        await RefusedAsync(RefusalCodes.Forbidden, () => DecideAsync(department, TaskReportStep.Approve, version: null));
        await RefusedAsync(RefusalCodes.NotFound, () => WriteAsync(department, TaskReportStep.Submit, version: null, Key with { DepartmentId = "tiyu" }));
        await RefusedAsync(RefusalCodes.NotFound, () => WriteAsync(department, TaskReportStep.Submit, version: null, Key with { TaskNumber = 25 }));
    }

    [Fact]
    public async Task Overview_OfEveryRole_ShowsWhatTheyMaySee()
    {
        await WriteAsync(department, TaskReportStep.Submit, version: 0);
        var leader = await TestPeople.AddAsync(services, UserRole.Leader);
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, "150525");
        var auditor = await TestPeople.AddAsync(services, UserRole.Auditor);

        Assert.Null((await LineAsync(leader)).Trail);
        Assert.Equal((TaskReportStatus.Waiting, true), ((await LineAsync(bureau)).Trail!.Status, (await LineAsync(bureau)).MayReview));
        await DecideAsync(bureau, TaskReportStep.Approve, version: 1);

        Assert.Equal(Done, (await LineAsync(clerk)).Trail!.Latest.Statement.Done);
        Assert.Single((await HistoryAsync(leader)).Reports);
        await RefusedAsync(RefusalCodes.Forbidden, () => OverviewAsync(auditor));
        await RefusedAsync(RefusalCodes.Forbidden, () => HistoryAsync(auditor));
    }

    [Fact]
    public async Task Overview_OfTheDepartment_HasItsTasksAndWhatIsOverdue()
    {
        var overview = await OverviewAsync(department);
        var own = overview.Lines.Where(line => line.MayWrite).ToList();

        Assert.Equal(24, overview.Leads.Count());
        Assert.All(own, line => Assert.Equal("shengtai", line.Department.Id));
        Assert.Contains(own, line => line is { IsLead: true, Task.Number: 20, IsOverdue: false });
        Assert.Contains(own, line => line is { IsLead: false, Task.Number: 7 });
        time.SetUtcNow(new DateTimeOffset(2025, 10, 16, 2, 0, 0, TimeSpan.Zero));
        Assert.True((await LineAsync(department)).IsOverdue);
        await WriteAsync(department, TaskReportStep.Submit, version: null);
        Assert.False((await LineAsync(department)).IsOverdue);
    }

    [Fact]
    public async Task Approve_OfTheBureausOwnTask_IsAColleagues()
    {
        var own = Key with { TaskNumber = 7, DepartmentId = "zhujian" };
        var colleague = await TestPeople.AddAsync(services, UserRole.Bureau);
        await WriteAsync(bureau, TaskReportStep.Submit, version: 0, own);

        await RefusedAsync(RefusalCodes.Forbidden, () => DecideAsync(bureau, TaskReportStep.Approve, version: 1, own));
        await DecideAsync(colleague, TaskReportStep.Approve, version: 1, own);

        Assert.Equal(TaskReportStatus.Approved, (await LineAsync(bureau, own)).Standing);
    }

    [Fact]
    public async Task Apply_OnAnotherThanWasSeen_IsRefusedWithWhatStandsThere()
    {
        await WriteAsync(department, TaskReportStep.Save, version: 0);

        var refusal = await RefusedAsync(RefusalCodes.StaleVersion, () => WriteAsync(department, TaskReportStep.Submit, version: 0));

        Assert.Equal((1, Done), (Assert.IsType<CurrentTaskReport>(refusal.Current).Version, Assert.IsType<CurrentTaskReport>(refusal.Current).Done));
    }

    [Theory]
    [InlineData("2025-10-15T02:00:00Z", TaskReportStep.Return, false)]
    [InlineData("2025-10-16T02:00:00Z", TaskReportStep.Return, true)]
    [InlineData("2025-10-15T02:00:00Z", TaskReportStep.Withdraw, true)] // Not handed in any more.
    public async Task Overdue_GoesByTheFirstSubmission_WhenItCameBack(string submitted, TaskReportStep step, bool isOverdue)
    {
        time.SetUtcNow(DateTimeOffset.Parse(submitted, System.Globalization.CultureInfo.InvariantCulture));
        await WriteAsync(department, TaskReportStep.Submit, version: 0);
        time.SetUtcNow(new DateTimeOffset(2025, 10, 20, 2, 0, 0, TimeSpan.Zero));

        await (step == TaskReportStep.Return ? DecideAsync(bureau, step, version: 1) : WriteAsync(department, step, version: 1));

        Assert.Equal(isOverdue, (await LineAsync(department)).IsOverdue);
    }

    [Fact]
    public async Task Approve_WithdrawnAndSavedAnewSinceItWasRead_TellsNothingOfTheDraft()
    {
        await WriteAsync(department, TaskReportStep.Submit, version: 0);
        await WriteAsync(department, TaskReportStep.Withdraw, version: 1);
        await WriteAsync(department, TaskReportStep.Save, version: 2, done: "只有本部门能看的草稿");

        foreach (var step in new[] { TaskReportStep.Approve, TaskReportStep.Return })
        {
            var refusal = await RefusedAsync(RefusalCodes.WrongStatus, () => DecideAsync(bureau, step, version: 1));

            Assert.Null(refusal.Current);
            Assert.DoesNotContain("只有本部门", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Submit_TwoColleaguesAtOnce_OneIsTaken()
    {
        var colleague = await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shengtai");

        var outcomes = await Task.WhenAll(
            OutcomeAsync(() => WriteAsync(department, TaskReportStep.Submit, version: 0)),
            OutcomeAsync(() => WriteAsync(colleague, TaskReportStep.Submit, version: 0)));

        Assert.Equal(["", RefusalCodes.StaleVersion], outcomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Approve_AgainstWithdrawal_DecidesOnWhatWasSeenOrNotAtAll()
    {
        for (var round = 0; round < 5; round++)
        {
            var key = Key with { TaskNumber = new[] { 2, 3, 4, 6, 7 }[round] };
            await WriteAsync(department, TaskReportStep.Submit, version: 0, key);

            var outcomes = await Task.WhenAll(
                OutcomeAsync(() => DecideAsync(bureau, TaskReportStep.Approve, version: 1, key)),
                OutcomeAsync(() => WriteAsync(department, TaskReportStep.Withdraw, version: 1, key)));

            Assert.Single(outcomes, outcome => outcome == "");
            Assert.Equal(outcomes[0] == "" ? RefusalCodes.StaleVersion : RefusalCodes.WrongStatus, outcomes.Single(outcome => outcome.Length > 0));
            Assert.Equal(2, (await LineAsync(department, key)).Version);
        }
    }

    [Fact]
    public async Task Submit_WordsOfTheQuarterBefore_AreConfirmedFirst()
    {
        await WriteAsync(department, TaskReportStep.Submit, version: 0);
        time.SetUtcNow(new DateTimeOffset(2026, 1, 5, 2, 0, 0, TimeSpan.Zero));
        await services.GetRequiredService<PeriodService>().OpenAsync(bureau, Third.Next, new DateOnly(2026, 1, 20), CancellationToken.None);
        var next = Key with { Quarter = Third.Next };

        var refusal = await RefusedAsync(RefusalCodes.TaskReportInvalid, () => WriteAsync(department, TaskReportStep.Submit, version: 0, next));
        Assert.Equal("unchanged", Assert.Single(refusal.Errors).Field);
        await services.GetRequiredService<TaskReportService>().ApplyAsync(
            department, new ApplyTaskStep(next, TaskReportStep.Submit, 0, new(TaskState.OnSchedule, Done, null, null), ConfirmsUnchanged: true), CancellationToken.None);

        var line = (await services.GetRequiredService<TaskProgressQueries>().OverviewAsync(department, Third.Next, CancellationToken.None))
            .Leads.Single(line => line.Key == next);
        Assert.Equal((TaskReportStatus.Waiting, Done), (line.Standing, line.Before!.Statement.Done));
    }

    [Fact]
    public async Task Apply_QuarterNotOpenOrLocked_IsRefused()
    {
        await RefusedAsync(RefusalCodes.PeriodClosed, () => WriteAsync(department, TaskReportStep.Submit, version: 0, Key with { Quarter = Third.Next }));
        await WriteAsync(department, TaskReportStep.Submit, version: 0);
        await SqlAsync($"UPDATE reporting_periods SET state = 'Locked', locked_at = now() WHERE quarter = '{Third}'");

        await RefusedAsync(RefusalCodes.PeriodLocked, () => DecideAsync(bureau, TaskReportStep.Approve, version: 1));
    }

    [Fact]
    public async Task Reopen_Approved_GivesItBackWithAReasonAndCountsMeanwhile()
    {
        await WriteAsync(department, TaskReportStep.Submit, version: 0);
        await DecideAsync(bureau, TaskReportStep.Approve, version: 1);
        await RefusedAsync(RefusalCodes.WrongStatus, () => WriteAsync(department, TaskReportStep.Submit, version: 2));

        await DecideAsync(bureau, TaskReportStep.Reopen, version: 2);

        var line = await LineAsync(department);
        Assert.Equal((TaskReportStatus.Returned, "请补充项目清单", 2), (line.Standing, line.Trail!.ReturnReason, line.Trail.Approved!.Number));
    }

    [Theory]
    [InlineData("UPDATE task_report_versions SET done = '改写'")]
    [InlineData("DELETE FROM task_report_versions")]
    [InlineData("TRUNCATE task_report_versions")]
    [InlineData("TRUNCATE task_reports CASCADE")]
    [InlineData("TRUNCATE commitment_records")]
    [InlineData("UPDATE task_reports SET department_id = 'shuiwu'")]
    [InlineData("INSERT INTO task_report_versions (report_id, number, step, status, state, done, recorded_at, recorded_by, recorded_way) SELECT report_id, 4, 'Submit', 'Waiting', state, done, now(), '张三', 'Screen' FROM task_report_versions WHERE number = 1")]
    [InlineData("INSERT INTO task_report_versions (report_id, number, step, status, state, done, recorded_at, recorded_by, recorded_way) SELECT report_id, 3, 'Save', 'Approved', state, '改写', now(), '张三', 'Screen' FROM task_report_versions WHERE number = 2")]
    [InlineData("INSERT INTO task_report_versions (report_id, number, step, status, state, done, reason, recorded_at, recorded_by, recorded_way) SELECT report_id, 3, 'Reopen', 'Returned', state, '改写', '原因', now(), '张三', 'Screen' FROM task_report_versions WHERE number = 2")]
    public async Task Database_WhoeverAsks_RefusesWhatTheWayDoesNotHave(string statement)
    {
        await WriteAsync(department, TaskReportStep.Submit, version: 0);
        await DecideAsync(bureau, TaskReportStep.Approve, version: 1);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => SqlAsync(statement))).SqlState);
    }

    [Fact]
    public async Task Database_ApprovalByWhoWroteIt_IsRefused()
    {
        await WriteAsync(department, TaskReportStep.Submit, version: 0);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => SqlAsync(
            """
            INSERT INTO task_report_versions (report_id, number, step, status, state, done, recorded_at, recorded_by, recorded_by_id, recorded_way)
            SELECT report_id, 2, 'Approve', 'Approved', state, done, now(), '张三', recorded_by_id, 'Screen' FROM task_report_versions
            """));

        Assert.Contains("who wrote it", refused.MessageText, StringComparison.Ordinal);
    }

    private static async Task<string> OutcomeAsync(Func<Task> act)
    {
        try
        {
            await act();
            return "";
        }
        catch (RefusalException refusal)
        {
            return refusal.Code;
        }
    }

    private static async Task<RefusalException> RefusedAsync(string code, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(act);
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    private Task<TaskReportVersion> WriteAsync(Caller person, TaskReportStep step, int? version, TaskReportKey? key = null, string done = Done) =>
        services.GetRequiredService<TaskReportService>().ApplyAsync(
            person, new ApplyTaskStep(key ?? Key, step, version, new(TaskState.OnSchedule, done, null, null)), CancellationToken.None);

    private Task<TaskReportVersion> DecideAsync(Caller person, TaskReportStep step, int? version, TaskReportKey? key = null) =>
        services.GetRequiredService<TaskReportService>().ApplyAsync(
            person, new ApplyTaskStep(key ?? Key, step, version, Reason: "请补充项目清单"), CancellationToken.None);

    private Task<TaskProgressOverview> OverviewAsync(Caller reader) =>
        services.GetRequiredService<TaskProgressQueries>().OverviewAsync(reader, Third, CancellationToken.None);

    private Task<TaskHistory> HistoryAsync(Caller reader) =>
        services.GetRequiredService<TaskProgressQueries>().HistoryAsync(reader, Key.TaskNumber, asOf: null, CancellationToken.None);

    private async Task<TaskProgressLine> LineAsync(Caller reader, TaskReportKey? key = null) =>
        (await OverviewAsync(reader)).Lines.Single(line => line.Key == (key ?? Key));

    private async Task SqlAsync(string statement)
    {
        await using var db = await ContextAsync();
        await db.Database.ExecuteSqlRawAsync(statement);
    }

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
