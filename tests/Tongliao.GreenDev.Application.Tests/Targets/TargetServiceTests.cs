using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Application.Users;
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
            amount => Targets.SetBaselineAsync(bureau, Naiman, 20, new ReportedInputs { Amount = amount }, CancellationToken.None)));

        var audits = await AuditsAsync(AuditKinds.BaselineSet);
        Assert.Equal(10, audits.Count);
        Assert.Null(audits[0].Before);
        Assert.Equal(audits.SkipLast(1).Select(audit => NumberOf(audit.After, "amount")), audits.Skip(1).Select(audit => NumberOf(audit.Before, "amount")));
        await using var db = await ContextAsync();
        Assert.Equal(NumberOf(audits[^1].After, "amount"), (await db.Baselines.SingleAsync()).Inputs.Amount);
    }

    [Fact]
    public async Task SetTarget_TenAtOnce_EachFollowsWhatTheAuditSaysItDid()
    {
        await Task.WhenAll(Enumerable.Range(1, 10).Select(value => Targets.SetTargetAsync(
            bureau, new SetRegionTarget(Naiman, 20, 2025, value, "通建发〔2025〕1号", new DateOnly(2025, 1, 1)), CancellationToken.None)));

        var audits = await AuditsAsync(AuditKinds.TargetSet);
        Assert.Equal(10, audits.Count);
        Assert.Null(audits[0].Before);
        Assert.Equal(audits.SkipLast(1).Select(audit => NumberOf(audit.After, "value")), audits.Skip(1).Select(audit => NumberOf(audit.Before, "value")));
    }

    private static decimal NumberOf(string? json, string property) => JsonDocument.Parse(json!).RootElement.GetProperty(property).GetDecimal();

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();

    private async Task<List<AuditEvent>> AuditsAsync(string kind)
    {
        await using var db = await ContextAsync();
        return await db.AuditEvents.AsNoTracking().Where(audit => audit.Kind == kind).OrderBy(audit => audit.Id).ToListAsync();
    }
}
