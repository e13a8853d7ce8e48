using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Changes;

public sealed class RepeatedActTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly SetUnitTarget Target = new("150525", 20, 2024, 6, "奈政发〔2024〕1号", new DateOnly(2024, 1, 1));

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        bureau = (await TestPeople.AddAsync(services, UserRole.Bureau)) with { OperationId = Guid.CreateVersion7() };
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Run_SameActAgain_IsRefusedAndLeavesNothing()
    {
        await SetAsync(bureau);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => SetAsync(bureau));

        Assert.Equal((RefusalKind.Conflict, RefusalCodes.AlreadyDone), (refusal.Kind, refusal.Code));
        Assert.Equal((1, 1), await CountAsync());
    }

    [Fact]
    public async Task Run_SameActAtOnce_IsDoneOnce()
    {
        var codes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TryAsync(() => SetAsync(bureau))));

        Assert.Single(codes, code => code is null);
        Assert.Equal(7, codes.Count(code => code == RefusalCodes.AlreadyDone));
        Assert.Equal((1, 1), await CountAsync());
    }

    [Fact]
    public async Task Run_SameActAtOnceOnALockedRow_IsNotTakenForAnotherState()
    {
        await services.GetRequiredService<PeriodService>()
            .OpenAsync(bureau with { OperationId = null }, Quarter.Parse("2024Q1"), new DateOnly(2024, 4, 15), CancellationToken.None);

        // Without the wait for the first, the second would find the period locked and say so.
        var codes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryAsync(
            () => services.GetRequiredService<PeriodService>().LockAsync(bureau, Quarter.Parse("2024Q1"), CancellationToken.None))));

        Assert.Equal([null, RefusalCodes.AlreadyDone, RefusalCodes.AlreadyDone, RefusalCodes.AlreadyDone], codes.Order());
    }

    [Fact]
    public async Task Run_OtherActUnderTheSameId_IsRefusedAndNotTakenForDone()
    {
        await SetAsync(bureau);
        var periods = services.GetRequiredService<PeriodService>();

        List<string?> codes =
        [
            await TryAsync(() => SetAsync(bureau, Target with { Value = 7 })),
            await TryAsync(() => SetAsync(bureau, Target with { UnitCode = "150523" })),
            await TryAsync(() => services.GetRequiredService<TargetService>().SetBaselineAsync(
                bureau, new SetBaseline("150525", 20, new ReportedInputs { Amount = 6 }), CancellationToken.None)),
            await TryAsync(() => periods.OpenAsync(bureau, Quarter.Parse("2024Q1"), new DateOnly(2024, 4, 15), CancellationToken.None)),
            await TryAsync(() => SetAsync(bureau, Target with { Value = 6.0m })), // the same number
        ];

        Assert.Equal(["operation_reused", "operation_reused", "operation_reused", "operation_reused", RefusalCodes.AlreadyDone], codes);
        Assert.Equal((1, 1), await CountAsync());
    }

    [Fact]
    public async Task Run_ClosedUnderTheIdOfTheOpening_IsRefused()
    {
        var periods = services.GetRequiredService<PeriodService>();
        await periods.OpenAsync(bureau, Quarter.Parse("2024Q1"), new DateOnly(2024, 4, 15), CancellationToken.None);

        Assert.Equal("operation_reused", await TryAsync(() => periods.CloseAsync(bureau, Quarter.Parse("2024Q1"), CancellationToken.None)));
        Assert.Equal("operation_reused", await TryAsync(() => periods.OpenAsync(bureau, Quarter.Parse("2024Q1"), new DateOnly(2024, 4, 16), CancellationToken.None)));
    }

    [Fact]
    public async Task Run_IdWithoutSayingWhatIsAskedFor_IsAnError()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => services.GetRequiredService<WriteTransaction>().RunAsync(bureau, _ => Task.FromResult(1), CancellationToken.None));
    }

    [Fact]
    public async Task Run_OthersActOrNone_IsAnAct()
    {
        var colleague = (await TestPeople.AddAsync(services, UserRole.Bureau)) with { OperationId = bureau.OperationId };

        await SetAsync(bureau);
        await SetAsync(colleague);
        await SetAsync(bureau with { OperationId = null });
        await SetAsync(bureau with { OperationId = Guid.CreateVersion7() });

        Assert.Equal((4, 4), await CountAsync());
    }

    [Fact]
    public async Task Run_RefusedAct_MayBeSentAgain()
    {
        Assert.Equal("invalid_target", await TryAsync(() => SetAsync(bureau, Target with { Value = -1 })));

        Assert.Null(await TryAsync(() => SetAsync(bureau)));
    }

    private static async Task<string?> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal.Code;
        }
    }

    private Task<EnteredTarget> SetAsync(Caller caller, SetUnitTarget? target = null) =>
        services.GetRequiredService<TargetService>().SetTargetAsync(caller, target ?? Target, CancellationToken.None);

    private async Task<(int Targets, int Audits)> CountAsync()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return (await db.UnitTargets.CountAsync(), await db.AuditEvents.CountAsync(audit => audit.Kind == "target.set"));
    }
}
