using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.TaskProgress;

/// <summary>附件外承诺: tracked by their dates, found kept by the bureau on an approved report.</summary>
public sealed class CommitmentTests(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>到2025年 全市农村牧区卫生厕所普及率达到全区平均水平, of 任务4.</summary>
    private const int Toilets = 5;

    private static readonly TaskReportKey Basis = new(4, "shengtai", new Quarter(2025, 3));
    private static readonly DateOnly KeptOn = new(2025, 10, 8);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller department = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        department = await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shengtai");
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        await services.GetRequiredService<PeriodService>().OpenAsync(bureau, Basis.Quarter, new DateOnly(2025, 10, 15), CancellationToken.None);
        await StepAsync(department, TaskReportStep.Submit);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task List_OfThePlan_HasAllByTheirDates()
    {
        var list = await ListAsync(department);

        Assert.Equal((22, 5, 17, false), (list.Lines.Count, list.Of(CommitmentState.Near), list.Of(CommitmentState.Standing), list.MayRecord));
        time.SetUtcNow(new DateTimeOffset(2025, 12, 31, 16, 0, 0, TimeSpan.Zero));
        Assert.Equal(5, (await ListAsync(department)).Of(CommitmentState.Overdue));
    }

    [Fact]
    public async Task Record_OnAnApprovedReport_IsKeptUntilTakenBack()
    {
        await StepAsync(bureau, TaskReportStep.Approve);

        await RecordAsync(bureau, KeptOn, version: 0);
        var kept = await LineAsync();
        await RecordAsync(bureau, keptOn: null, version: 1);
        var taken = await LineAsync();

        Assert.Equal((CommitmentState.Kept, KeptOn, Basis), (kept.State, kept.Last!.KeptOn, kept.Basis));
        Assert.Equal((CommitmentState.Near, 2), (taken.State, taken.Records.Count));
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.Equal(2, await db.AuditEvents.CountAsync(row => row.Kind == AuditKinds.CommitmentRecorded && row.Subject == "commitment 5"));
    }

    [Fact]
    public async Task Reopen_WhatAKeptCommitmentRestsOn_IsRefusedUntilThatIsTakenBack()
    {
        await StepAsync(bureau, TaskReportStep.Approve);
        await RecordAsync(bureau, KeptOn, version: 0);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ReopenAsync());

        Assert.Equal("承诺5的认定以这份进展为依据，请先在“附件外承诺”页撤销认定，再重新打开。", refusal.Message);
        await RecordAsync(bureau, keptOn: null, version: 1);
        Assert.Equal(TaskReportStatus.Returned, (await ReopenAsync()).Status);
    }

    [Fact]
    public async Task Record_AgainstReopening_NeverStandsOnWhatIsNotApproved()
    {
        await StepAsync(bureau, TaskReportStep.Approve);

        var outcomes = await Task.WhenAll(OutcomeAsync(bureau), Task.Run(async () =>
        {
            try
            {
                await ReopenAsync();
                return "";
            }
            catch (RefusalException refusal)
            {
                return refusal.Code;
            }
        }));

        Assert.Single(outcomes, outcome => outcome == "");
    }

    [Fact]
    public async Task Record_WithoutAnApprovedReportOfTheTask_IsRefused()
    {
        Assert.Equal("basis", (await RefusedAsync(RefusalCodes.CommitmentInvalid, bureau, KeptOn, Basis)).Errors[0].Field);
        await StepAsync(bureau, TaskReportStep.Approve);

        await RefusedAsync(RefusalCodes.CommitmentInvalid, bureau, KeptOn, basis: null);
        await RefusedAsync(RefusalCodes.CommitmentInvalid, bureau, KeptOn, Basis with { TaskNumber = 7 });
        await RefusedAsync(RefusalCodes.CommitmentInvalid, bureau, new DateOnly(2025, 10, 10), Basis);
        await RefusedAsync(RefusalCodes.WrongState, bureau, keptOn: null, basis: null);
    }

    [Fact]
    public async Task Record_ByWhoIsNotTheBureau_IsForbidden()
    {
        await StepAsync(bureau, TaskReportStep.Approve);
        foreach (var role in Enum.GetValues<UserRole>().Where(role => role != UserRole.Bureau))
        {
            var person = await TestPeople.AddAsync(services, role, role.IsCounty() ? "150525" : null, role.IsDepartment() ? "shengtai" : null);
            await RefusedAsync(RefusalCodes.Forbidden, person, KeptOn, Basis);
        }
    }

    [Fact]
    public async Task Record_TwoColleaguesAtOnce_OneIsTaken()
    {
        await StepAsync(bureau, TaskReportStep.Approve);
        var colleague = await TestPeople.AddAsync(services, UserRole.Bureau);

        var outcomes = await Task.WhenAll(OutcomeAsync(bureau), OutcomeAsync(colleague));

        Assert.Equal(["", RefusalCodes.StaleVersion], outcomes.Order(StringComparer.Ordinal));
        Assert.Single((await LineAsync()).Records);
    }

    private async Task<string> OutcomeAsync(Caller person)
    {
        try
        {
            await RecordAsync(person, KeptOn, version: 0);
            return "";
        }
        catch (RefusalException refusal)
        {
            return refusal.Code;
        }
    }

    private async Task<RefusalException> RefusedAsync(string code, Caller person, DateOnly? keptOn, TaskReportKey? basis)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => services.GetRequiredService<CommitmentService>().RecordAsync(
            person, new RecordCommitment(Toilets, keptOn, basis, "现场核查，已经达到。", null), CancellationToken.None));
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    private Task<CommitmentRecord> RecordAsync(Caller person, DateOnly? keptOn, int version) => services.GetRequiredService<CommitmentService>().RecordAsync(
        person, new RecordCommitment(Toilets, keptOn, keptOn is null ? null : Basis, "现场核查，已经达到。", version), CancellationToken.None);

    private Task<TaskReportVersion> StepAsync(Caller person, TaskReportStep step) => services.GetRequiredService<TaskReportService>().ApplyAsync(
        person, new ApplyTaskStep(Basis, step, null, new(TaskState.OnSchedule, "卫生厕所普及率达到全区平均水平。", null, null)), CancellationToken.None);

    private Task<TaskReportVersion> ReopenAsync() => services.GetRequiredService<TaskReportService>().ApplyAsync(
        bureau, new ApplyTaskStep(Basis, TaskReportStep.Reopen, null, null) { Reason = "请补充项目清单和完成时间" }, CancellationToken.None);

    private Task<CommitmentList> ListAsync(Caller reader) => services.GetRequiredService<TaskProgressQueries>().CommitmentsAsync(reader, CancellationToken.None);

    private async Task<CommitmentLine> LineAsync() => (await ListAsync(bureau)).Lines.Single(line => line.Commitment.Number == Toilets);
}
