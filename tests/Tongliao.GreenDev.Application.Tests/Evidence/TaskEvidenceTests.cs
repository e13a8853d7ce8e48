using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Evidence;

/// <summary>Evidence beside a report on a task: comes and goes while its department has it, and is seen with what it was handed in for.</summary>
public sealed class TaskEvidenceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TaskReportKey Key = new(20, "shengtai", new Quarter(2025, 3));
    private static readonly byte[] Content = SampleFiles.Pdf();

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller department = null!;
    private Caller bureau = null!;
    private Caller leader = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        department = await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shengtai");
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        leader = await TestPeople.AddAsync(services, UserRole.Leader);
        await services.GetRequiredService<PeriodService>().OpenAsync(bureau, Key.Quarter, new DateOnly(2025, 10, 15), CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Add_BeforeAnythingIsSaid_IsSeenByOthersAsFarAsItWentIn()
    {
        var file = await AddAsync(department);
        Assert.Equal("1 0 0", await SeenAsync(file));

        await StepAsync(department, TaskReportStep.Submit);
        Assert.Equal("1 1 0", await SeenAsync(file));

        await StepAsync(bureau, TaskReportStep.Approve);
        Assert.Equal("1 1 1", await SeenAsync(file));

        var download = await services.GetRequiredService<EvidenceQueries>().DownloadAsync(leader, file.Id, [], CancellationToken.None);
        Assert.Equal(Content, download.Content);
        await using var db = await ContextAsync();
        Assert.Equal("task 20/shengtai/2025Q3", (await db.AuditEvents.SingleAsync(row => row.Kind == AuditKinds.EvidenceAdded)).Subject);
    }

    [Fact]
    public async Task Download_RemovedBeforeItWasHandedIn_IsOfTheDepartmentAlone_AlsoByItsNumber()
    {
        var wrong = await AddAsync(department);
        await RemoveAsync(department, wrong);
        await StepAsync(department, TaskReportStep.Submit);
        await StepAsync(bureau, TaskReportStep.Approve);

        foreach (var reader in new[] { bureau, leader })
        {
            await RefusedAsync(RefusalCodes.NotFound, () => services.GetRequiredService<EvidenceQueries>().DownloadAsync(reader, wrong.Id, [], CancellationToken.None));
        }

        Assert.Equal(Content, (await services.GetRequiredService<EvidenceQueries>().DownloadAsync(department, wrong.Id, [], CancellationToken.None)).Content);
    }

    [Fact]
    public async Task Add_WhileItIsReviewedOrApproved_IsRefusedAlsoByTheDatabase()
    {
        var file = await AddAsync(department);
        await StepAsync(department, TaskReportStep.Submit);

        await RefusedAsync(RefusalCodes.UnderReview, () => AddAsync(department, "另一份.pdf"));
        await RefusedAsync(RefusalCodes.UnderReview, () => RemoveAsync(department, file));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => SqlAsync(
            "INSERT INTO evidence_removals (file_id, version, recorded_at, recorded_by, recorded_way) SELECT id, 1, now(), '张三', 'Screen' FROM evidence_files"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);

        // What was returned is shown to the bureau as it was handed in, until it comes again.
        await StepAsync(bureau, TaskReportStep.Return);
        await RemoveAsync(department, file);
        Assert.Equal("0 1 0", await SeenAsync(file));
        await StepAsync(department, TaskReportStep.Submit);
        Assert.Equal("0 0 0", await SeenAsync(file));
    }

    [Fact]
    public async Task Remove_AfterAReopening_StaysWithWhatIsApproved_UntilItIsApprovedAnew()
    {
        var file = await AddAsync(department);
        await StepAsync(department, TaskReportStep.Submit);
        await StepAsync(bureau, TaskReportStep.Approve);
        await StepAsync(bureau, TaskReportStep.Reopen);
        await RemoveAsync(department, file);
        Assert.Equal("0 1 1", await SeenAsync(file));

        await StepAsync(department, TaskReportStep.Submit);
        Assert.Equal("0 0 1", await SeenAsync(file));
        await StepAsync(bureau, TaskReportStep.Approve);
        Assert.Equal("0 0 0", await SeenAsync(file));
    }

    [Fact]
    public async Task Add_ByAnybodyElse_IsForbidden()
    {
        var other = await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shuiwu");
        foreach (var person in new[] { other, bureau, leader })
        {
            await RefusedAsync(RefusalCodes.Forbidden, () => AddAsync(person));
        }

        var file = await AddAsync(department);
        await RefusedAsync(RefusalCodes.NotFound, () => RemoveAsync(leader, file));
    }

    [Fact]
    public async Task Add_TheSameTwice_IsRefused()
    {
        await AddAsync(department);

        Assert.Contains("已经上传过了", (await RefusedAsync(RefusalCodes.InvalidEvidence, () => AddAsync(department, "另一名.pdf"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_BesideSeveralReportsAtOnce_TakesNoMoreThanTheDepartmentsRoom()
    {
        services.GetRequiredService<IOptions<EvidenceOptions>>().Value.MaxReportMegabytes = 1;
        var tasks = new[] { 20, 2, 3, 4, 6, 7 };

        var outcomes = await Task.WhenAll(tasks.Select(async (task, i) =>
        {
            byte[] large = [.. SampleFiles.Jpeg(), .. new byte[300 * 1024], (byte)i];
            return await OutcomeAsync(() => AddAsync(department, "照片.jpg", Key with { TaskNumber = task }, large));
        }));

        Assert.Equal((3, 3), (outcomes.Count(code => code == ""), outcomes.Count(code => code == RefusalCodes.InvalidEvidence)));
    }

    [Fact]
    public async Task Add_WhileItsContentIsBeingStored_LetsTheDepartmentWriteOn()
    {
        var colleague = await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shengtai");
        await StepAsync(department, TaskReportStep.Save);
        await using var db = await ContextAsync();
        await using var slow = await db.Database.BeginTransactionAsync();
        byte[] hash = System.Security.Cryptography.SHA256.HashData(Content);
        await db.Database.ExecuteSqlAsync($"INSERT INTO evidence_contents (hash, content) VALUES ({hash}, {Content})");

        var adding = AddAsync(department);
        await StepAsync(colleague, TaskReportStep.Save).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.False(adding.IsCompleted);
        await slow.RollbackAsync();
        Assert.Equal(2, (await adding).Version);
    }

    [Fact]
    public async Task Approve_ByWhoeverSupportedAColleaguesReport_IsRefusedAlsoByTheDatabase()
    {
        var own = Key with { TaskNumber = 7, DepartmentId = "zhujian" };
        var colleague = await TestPeople.AddAsync(services, UserRole.Bureau);
        await AddAsync(bureau, "纪要.pdf", own);
        await StepAsync(colleague, TaskReportStep.Submit, own);

        Assert.Contains("有您上传的佐证材料", (await RefusedAsync(RefusalCodes.Forbidden, () => StepAsync(bureau, TaskReportStep.Approve, own))).Message, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => SqlAsync(
            """
            INSERT INTO task_report_versions (report_id, number, step, status, state, done, problems, next_steps, recorded_at, recorded_by, recorded_by_id, recorded_way)
            SELECT v.report_id, 2, 'Approve', 'Approved', v.state, v.done, v.problems, v.next_steps, now(), '张三', f.recorded_by_id, 'Screen'
            FROM task_report_versions v JOIN evidence_files f ON f.task_report_id = v.report_id
            """));
        Assert.Contains("who supported it", refused.MessageText, StringComparison.Ordinal);

        await StepAsync(await TestPeople.AddAsync(services, UserRole.Bureau), TaskReportStep.Approve, own);
    }

    [Fact]
    public async Task Database_FileBesideNothingOrBoth_IsRefused()
    {
        await AddAsync(department);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => SqlAsync(
            "INSERT INTO evidence_files (version, name, kind, length, hash, recorded_at, recorded_by, recorded_way) SELECT 0, name, kind, length, hash, now(), '张三', 'Screen' FROM evidence_files"));

        Assert.Contains(refused.SqlState, new[] { PostgresErrorCodes.CheckViolation, PostgresErrorCodes.InsufficientPrivilege });
    }

    private static async Task<RefusalException> RefusedAsync(string code, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(act);
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    /// <summary>How many see it: the department beside what it writes, the bureau and the leader beside what they are shown.</summary>
    private async Task<string> SeenAsync(EvidenceFile file)
    {
        var seen = new List<int>();
        foreach (var person in new[] { department, bureau, leader })
        {
            var files = (await services.GetRequiredService<TaskEvidenceQueries>().OfTaskAsync(person, Key.TaskNumber, CancellationToken.None))[Key];
            var shown = (await services.GetRequiredService<TaskProgressQueries>().HistoryAsync(person, Key.TaskNumber, asOf: null, CancellationToken.None)).Reports
                .SingleOrDefault(report => report.Key == Key)?.Latest;
            seen.Add(files.Count(other => other.File.Id == file.Id && (person == department ? other.Stands : shown is not null && other.IsWith(shown))));
        }

        return string.Join(' ', seen);
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

    private Task<EvidenceFile> AddAsync(Caller person, string name = "纪要.pdf", TaskReportKey? key = null, byte[]? content = null) =>
        services.GetRequiredService<TaskEvidenceService>().AddAsync(person, new AddTaskEvidence(key ?? Key, name, content ?? Content), CancellationToken.None);

    private Task RemoveAsync(Caller person, EvidenceFile file) =>
        services.GetRequiredService<TaskEvidenceService>().RemoveAsync(person, file.Id, CancellationToken.None);

    private Task<TaskReportVersion> StepAsync(Caller person, TaskReportStep step, TaskReportKey? key = null) => services.GetRequiredService<TaskReportService>().ApplyAsync(
        person,
        new ApplyTaskStep(key ?? Key, step, null, new(TaskState.OnSchedule, "完成3个片区雨污分流改造。", null, null), "请补充项目清单"),
        CancellationToken.None);

    private async Task SqlAsync(string statement)
    {
        await using var db = await ContextAsync();
        await db.Database.ExecuteSqlRawAsync(statement);
    }

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
