using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Export;

public sealed class AnnexExportServiceTests(PostgresFixture postgres)
{
    [Fact]
    public async Task ExportAsSystem_OnTheCommandLine_LeavesAnAuditRowOfTheSystem()
    {
        await using var services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);

        await services.GetRequiredService<AnnexExportService>().ExportAsSystemAsync(plan: null, Quarter.Parse("2024Q3"), CancellationToken.None);

        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var row = await db.AuditEvents.SingleAsync(audit => audit.Kind == AuditKinds.Exported, TestContext.Current.CancellationToken);
        Assert.Equal(("annex 2024Q3", "系统", (Guid?)null), (row.Subject, row.UserName, row.UserId));
        Assert.Contains("Submitted", row.After, StringComparison.Ordinal);
    }
}
