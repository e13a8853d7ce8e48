using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Changes;

/// <summary>The line to the database breaks around the commit of an act, with an id of the caller's or without one.</summary>
public sealed class LostCommitTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly SetUnitTarget Target = new("150525", 20, 2024, 6, "奈政发〔2024〕1号", new DateOnly(2024, 1, 1));

    private readonly BreakingLine line = new();
    private ServiceProvider services = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        services = new ServiceCollection()
            .AddLogging()
            .AddGreenDevApplication(await postgres.CreateDatabaseAsync(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"))
            .ConfigureDbContext<GreenDevDbContext>(options => options.AddInterceptors(line))
            .BuildServiceProvider();
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Run_LineLostAfterTheCommit_IsNotDoneAgain()
    {
        line.BreaksAfterCommit = true;

        var entered = await services.GetRequiredService<TargetService>().SetTargetAsync(bureau, Target, CancellationToken.None);

        Assert.Equal(1, line.Breaks);
        Assert.Equal((1, 1), await CountAsync());
        Assert.Equal(6, entered.Target.Value);
    }

    [Fact]
    public async Task Run_LineLostBeforeTheCommit_IsDoneOnce()
    {
        line.BreaksBeforeCommit = true;

        await services.GetRequiredService<TargetService>().SetTargetAsync(bureau, Target, CancellationToken.None);

        Assert.Equal(1, line.Breaks);
        Assert.Equal((1, 1), await CountAsync());
    }

    [Theory]
    [InlineData(nameof(NpgsqlTransaction))]
    [InlineData(nameof(NpgsqlConnection))]
    public async Task Run_ServerDiedAndTheTransactionWithIt_IsDoneOnce(string disposed)
    {
        line.Fault = new ObjectDisposedException(disposed);
        line.BreaksBeforeCommit = true;

        await services.GetRequiredService<TargetService>().SetTargetAsync(bureau, Target, CancellationToken.None);

        Assert.Equal(1, line.Breaks);
        Assert.Equal((1, 1), await CountAsync());
        Assert.True(DatabaseOutage.Explains(line.Fault));
    }

    [Fact]
    public async Task Run_SomethingElseDisposed_IsAFaultAndNotTriedAgain()
    {
        line.Fault = new ObjectDisposedException("SomethingElse");
        line.BreaksBeforeCommit = true;

        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => services.GetRequiredService<TargetService>().SetTargetAsync(bureau, Target, CancellationToken.None));

        Assert.False(DatabaseOutage.Explains(line.Fault));
        Assert.Equal((0, 0), await CountAsync());
    }

    [Fact]
    public async Task Run_UpdateTriedAgain_IsNoConflictWithItself()
    {
        var office = new NaimanOffice(services);
        await office.StaffAsync();
        var first = await office.SaveAsync(office.Clerk, numerator: 60);
        line.BreaksBeforeCommit = true;

        // What the lost try had in memory would pass for a change by somebody else.
        var second = await office.SaveAsync(office.Clerk, numerator: 61);

        Assert.Equal(1, line.Breaks);
        Assert.Equal((1, 2), (first.Version, second.Version));
        var history = await office.Get<ReportQueries>().HistoryAsync(office.Clerk, NaimanOffice.Report.Of(NaimanOffice.Led), CancellationToken.None);
        Assert.Equal([61, 60], history.Select(revision => revision.Statement.Inputs.Numerator));
    }

    [Fact]
    public async Task Run_LineLostBeforeTheCommitOfAnIdThatAColleagueUsed_IsDoneAndNotTakenForTheirs()
    {
        var targets = services.GetRequiredService<TargetService>();
        var mine = bureau with { OperationId = Guid.CreateVersion7() };
        var colleague = (await TestPeople.AddAsync(services, UserRole.Bureau)) with { OperationId = mine.OperationId };
        await targets.SetTargetAsync(colleague, Target with { IndicatorNumber = 16 }, CancellationToken.None);
        line.BreaksBeforeCommit = true;

        await targets.SetTargetAsync(mine, Target, CancellationToken.None);

        Assert.Equal(1, line.Breaks);
        Assert.Equal((2, 1), await CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SaveAll_LineLostAtTheCommit_EachIsStoredOnce(bool afterCommit)
    {
        var office = new NaimanOffice(services);
        await office.StaffAsync();
        var before = Save(NaimanOffice.Led);
        await office.Get<DraftService>().SaveAsync(office.Clerk, before, CancellationToken.None);
        (line.BreaksAfterCommit, line.BreaksBeforeCommit) = (afterCommit, !afterCommit);

        // One was stored before, under its id: that it is there says nothing of the others.
        var outcomes = await office.Get<DraftService>().SaveAllAsync(office.Clerk, [before, Save(9), Save(10)], CancellationToken.None);

        Assert.Equal(1, line.Breaks);
        Assert.All(outcomes, outcome => Assert.Equal(1, outcome.Require().Version));
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.Equal((3, 3), (await db.Revisions.CountAsync(revision => revision.Kind == RevisionKind.Save), await db.AuditEvents.CountAsync(audit => audit.Kind == AuditKinds.ValueSaved)));

        static SaveValue Save(int number) => new(
            NaimanOffice.Report.Of(number),
            new Statement { Inputs = new ReportedInputs { Numerator = 60, Denominator = 200 } },
            0,
            Guid.CreateVersion7());
    }

    private async Task<(int Targets, int Audits)> CountAsync()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return (await db.UnitTargets.CountAsync(), await db.AuditEvents.CountAsync(audit => audit.UserId == bureau.UserId));
    }

    /// <summary>Fails one commit with what Npgsql throws when the connection goes.</summary>
    private sealed class BreakingLine : DbTransactionInterceptor
    {
        public bool BreaksBeforeCommit { get; set; }

        public bool BreaksAfterCommit { get; set; }

        public int Breaks { get; private set; }

        public Exception Fault { get; set; } = new NpgsqlException("The line is lost.", new IOException());

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            Break(BreaksBeforeCommit);
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Break(BreaksAfterCommit);
            return Task.CompletedTask;
        }

        private void Break(bool now)
        {
            if (now && Breaks == 0)
            {
                Breaks++;
                throw Fault;
            }
        }
    }
}
