using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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

        await StepAsync(bureau, TaskReportStep.Return);
        await RemoveAsync(department, file);
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

    /// <summary>How many see it: the department, the bureau, the leader.</summary>
    private async Task<string> SeenAsync(EvidenceFile file)
    {
        var seen = new List<int>();
        foreach (var person in new[] { department, bureau, leader })
        {
            var files = await services.GetRequiredService<TaskEvidenceQueries>().OfTaskAsync(person, Key.TaskNumber, CancellationToken.None);
            seen.Add(files[Key].Count(other => other.Id == file.Id));
        }

        return string.Join(' ', seen);
    }

    private Task<EvidenceFile> AddAsync(Caller person, string name = "纪要.pdf") =>
        services.GetRequiredService<TaskEvidenceService>().AddAsync(person, new AddTaskEvidence(Key, name, Content), CancellationToken.None);

    private Task RemoveAsync(Caller person, EvidenceFile file) =>
        services.GetRequiredService<TaskEvidenceService>().RemoveAsync(person, file.Id, CancellationToken.None);

    private Task<TaskReportVersion> StepAsync(Caller person, TaskReportStep step) => services.GetRequiredService<TaskReportService>().ApplyAsync(
        person,
        new ApplyTaskStep(Key, step, null, new(TaskState.OnSchedule, "完成3个片区雨污分流改造。", null, null), "请补充项目清单"),
        CancellationToken.None);

    private async Task SqlAsync(string statement)
    {
        await using var db = await ContextAsync();
        await db.Database.ExecuteSqlRawAsync(statement);
    }

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
