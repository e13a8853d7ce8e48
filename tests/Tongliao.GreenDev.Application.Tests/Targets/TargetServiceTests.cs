using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Targets;

/// <summary>Ten people of the bureau at one baseline or target: none gets an error, and the audit tells one story.</summary>
public sealed class TargetServiceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";

    private ServiceProvider services = null!;
    private Caller bureau = null!;

    private TargetService Targets => services.GetRequiredService<TargetService>();

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task SetBaseline_TenAtOnce_EachReplacesWhatTheAuditSaysItDid()
    {
        await Task.WhenAll(Enumerable.Range(1, 10).Select(
            amount => Targets.SetBaselineAsync(bureau, new SetBaseline(Naiman, 20, new ReportedInputs { Amount = amount }), CancellationToken.None)));

        var audits = await AuditsAsync(AuditKinds.BaselineSet);
        Assert.Equal(10, audits.Count);
        Assert.Null(audits[0].Before);
        Assert.Equal(audits.SkipLast(1).Select(audit => NumberOf(audit.After, "amount")), audits.Skip(1).Select(audit => NumberOf(audit.Before, "amount")));
        await using var db = await ContextAsync();
        Assert.Equal(NumberOf(audits[^1].After, "amount"), (await db.Baselines.OrderBy(baseline => baseline.Version).LastAsync()).Inputs.Amount);
        Assert.Equal(10, await db.Baselines.CountAsync());
    }

    [Fact]
    public async Task SetTarget_TenAtOnce_EachFollowsWhatTheAuditSaysItDid()
    {
        await Task.WhenAll(Enumerable.Range(1, 10).Select(value => Targets.SetTargetAsync(
            bureau, new SetUnitTarget(Naiman, 20, 2025, value, "通建发〔2025〕1号", new DateOnly(2025, 1, 1)), CancellationToken.None)));

        var audits = await AuditsAsync(AuditKinds.TargetSet);
        Assert.Equal(10, audits.Count);
        Assert.Null(audits[0].Before);
        Assert.Equal(audits.SkipLast(1).Select(audit => NumberOf(audit.After, "value")), audits.Skip(1).Select(audit => NumberOf(audit.Before, "value")));
    }

    [Fact]
    public async Task SetBaseline_TenAtOnceOfOneVersion_OneIsStoredAndTheOthersAreTold()
    {
        var refusals = await Task.WhenAll(Enumerable.Range(1, 10).Select(amount => RefusalOfAsync(
            () => Targets.SetBaselineAsync(bureau, new SetBaseline(Naiman, 20, new ReportedInputs { Amount = amount }, Version: 0), CancellationToken.None))));

        var stored = Array.FindIndex(refusals, refusal => refusal is null) + 1;
        Assert.All(refusals.Where((_, place) => place + 1 != stored), refusal =>
        {
            Assert.Equal("stale_version", refusal?.Code);
            var current = Assert.IsType<CurrentBaseline>(refusal!.Current);
            Assert.Equal((1, stored, "张三（市住建局）"), (current.Version, current.Inputs.Amount, current.ChangedBy));
            Assert.NotNull(current.ChangedAt);
        });
        await using var db = await ContextAsync();
        Assert.Equal((stored, 1), ((await db.Baselines.SingleAsync()).Inputs.Amount, (await db.Baselines.SingleAsync()).Version));
    }

    [Fact]
    public async Task SetTarget_TenAtOnceOfOneVersion_OneIsStoredAndTheOthersAreTold()
    {
        var refusals = await Task.WhenAll(Enumerable.Range(1, 10).Select(
            value => RefusalOfAsync(() => Targets.SetTargetAsync(bureau, TargetOf(value, version: 0), CancellationToken.None))));

        var stored = Array.FindIndex(refusals, refusal => refusal is null) + 1;
        Assert.All(refusals.Where((_, place) => place + 1 != stored), refusal =>
        {
            var current = Assert.IsType<CurrentTarget>(refusal?.Current);
            Assert.Equal((1, stored, "通建发〔2025〕1号"), (current.Version, current.Value, current.Document));
        });
        await using var db = await ContextAsync();
        Assert.Equal((stored, 1), ((await db.UnitTargets.SingleAsync()).Value, (await db.UnitTargets.SingleAsync()).Version));
    }

    [Fact]
    public async Task Set_VersionThatStandsThereOrNone_IsStored()
    {
        await Targets.SetTargetAsync(bureau, TargetOf(6, version: 0), CancellationToken.None);
        await Targets.SetTargetAsync(bureau, TargetOf(7, version: 1), CancellationToken.None);
        Assert.Equal(3, (await Targets.SetTargetAsync(bureau, TargetOf(8, version: null), CancellationToken.None)).Target.Version);

        await Targets.SetBaselineAsync(bureau, new SetBaseline(Naiman, 20, new ReportedInputs { Amount = 1 }, Version: 0), CancellationToken.None);
        await Targets.SetBaselineAsync(bureau, new SetBaseline(Naiman, 20, new ReportedInputs { Amount = 2 }, Version: 1), CancellationToken.None);
        var last = await Targets.SetBaselineAsync(bureau, new SetBaseline(Naiman, 20, ReportedInputs.None), CancellationToken.None);
        Assert.Equal(3, last.Version);
    }

    [Fact]
    public async Task SetTarget_OfAnotherYear_HasVersionsOfItsOwn()
    {
        await Targets.SetTargetAsync(bureau, TargetOf(6, version: 0), CancellationToken.None);

        var other = new SetUnitTarget(Naiman, 20, 2024, 5, "通建发〔2024〕1号", new DateOnly(2024, 1, 1)) { Version = 0 };
        Assert.Equal(1, (await Targets.SetTargetAsync(bureau, other, CancellationToken.None)).Target.Version);
    }

    [Theory]
    [InlineData("2022-12-31", "生效日期过早，请核对年份，最早为2023-01-01。")] // before the year before the plan
    [InlineData("0001-01-01", "生效日期过早，请核对年份，最早为2023-01-01。")]
    [InlineData("2023-01-01", null)]
    [InlineData("2025-12-31", null)] // the last report date of the year
    [InlineData("2026-01-01", "生效日期晚于2025年最后一个季度末，这一年的各季度都不会适用，最晚为2025-12-31。")]
    [InlineData("2205-01-01", "生效日期晚于2025年最后一个季度末，这一年的各季度都不会适用，最晚为2025-12-31。")]
    public async Task SetTarget_DayThatCanNeverApply_IsRefusedWithTheLastThatDoes(string day, string? message)
    {
        var command = TargetOf(6, version: null) with { EffectiveFrom = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) };

        var refusal = await RefusalOfAsync(() => Targets.SetTargetAsync(bureau, command, CancellationToken.None));

        Assert.Equal(message, refusal?.Errors.Single(fault => fault.Field == "effectiveFrom").Message);
        await using var db = await ContextAsync();
        Assert.Equal(message is null ? 1 : 0, await db.UnitTargets.CountAsync());
    }

    private static SetUnitTarget TargetOf(decimal value, int? version) =>
        new(Naiman, 20, 2025, value, "通建发〔2025〕1号", new DateOnly(2025, 1, 1)) { Version = version };

    private static async Task<RefusalException?> RefusalOfAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal;
        }
    }

    private static decimal NumberOf(string? json, string property) => JsonDocument.Parse(json!).RootElement.GetProperty(property).GetDecimal();

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();

    private async Task<List<AuditEvent>> AuditsAsync(string kind)
    {
        await using var db = await ContextAsync();
        return await db.AuditEvents.AsNoTracking().Where(audit => audit.Kind == kind).OrderBy(audit => audit.Id).ToListAsync();
    }
}
