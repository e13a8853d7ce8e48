using System.Globalization;
using DocumentFormat.OpenXml;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Export;

/// <summary>数据来源, of the demo data.</summary>
public sealed class ProvenanceSheetTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Sheet = "数据来源";
    private const int FirstRow = 3;

    private static readonly Quarter Quarter = new(2025, 3);

    private ServiceProvider services = null!;
    private StatementCounter statements = null!;

    public async ValueTask InitializeAsync()
    {
        var connection = await postgres.CreateDemoDatabaseAsync();
        services = PostgresFixture.ServicesFor(connection, new FakeTimeProvider(PostgresFixture.DemoNow));
        statements = new StatementCounter(connection);
    }

    public async ValueTask DisposeAsync()
    {
        statements.Dispose();
        await services.DisposeAsync();
    }

    [Fact]
    public async Task Sheet_HasALineAValue_WithWhatWasTypedAndTheLastEntriesOfItsHistory()
    {
        using var book = new ReadBook((await ExportAsync(await TestPeople.AddAsync(services, UserRole.Bureau))).Content);

        Assert.Empty(book.Faults(FileFormatVersions.Microsoft365).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        var lines = book.Rows(Sheet).Skip(FirstRow).ToList();
        Assert.Equal(9 * 21, lines.Count);
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var facts = await services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None);
        var approved = await (
            from submission in db.Submissions
            where submission.Quarter == Quarter
            from value in submission.Values
            where value.Status == ValueStatus.Accepted
            from revision in db.Revisions
            where revision.ValueId == value.Id && revision.Kind == RevisionKind.Approve && revision.Version == value.Version
            select new { submission.UnitId, value.IndicatorId, value.Statement.Inputs.Numerator, revision.At }).ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(approved);
        foreach (var value in approved)
        {
            var unit = facts.Plan.Units.Single(unit => unit.Id == value.UnitId);
            var indicator = facts.Plan.Indicators.Single(indicator => indicator.Id == value.IndicatorId);
            var line = lines.Single(line => line[0] == unit.ShortName && line[1] == indicator.Number.ToString(CultureInfo.InvariantCulture));
            Assert.Contains($"审核通过：", line[6], StringComparison.Ordinal);
            Assert.EndsWith(value.At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), line[6], StringComparison.Ordinal);
            Assert.StartsWith("填写：" + unit.ShortName, line[6], StringComparison.Ordinal);
            Assert.Contains(value.Numerator?.ToString("0.####", CultureInfo.InvariantCulture) ?? "", line[5].Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SheetOfACounty_HasItsOwnLinesOnly()
    {
        using var book = new ReadBook((await ExportAsync(await TestPeople.AddAsync(services, UserRole.Clerk, "150525"))).Content);

        var lines = book.Rows(Sheet).Skip(FirstRow).ToList();
        Assert.Equal(21, lines.Count);
        Assert.All(lines, line => Assert.Equal("奈曼旗", line[0]));
    }

    [Fact]
    public async Task NotAskedFor_ThereIsNone_AndReadingTakesFourStatements()
    {
        var bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        using var book = new ReadBook((await services.GetRequiredService<AnnexExportService>().ExportAsync(bureau, Quarter, FigureBasis.Submitted, CancellationToken.None)).Content);
        Assert.DoesNotContain(Sheet, book.Document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value));

        Assert.Equal(4, await statements.DuringAsync(() => services.GetRequiredService<ProvenanceQueries>().ReadAsync(
            bureau, Quarter, FigureBasis.Submitted, release: null, asOf: null, CancellationToken.None)));
        var refused = await Assert.ThrowsAsync<RefusalException>(() => services.GetRequiredService<ProvenanceQueries>().ReadAsync(
            bureau, Quarter, FigureBasis.Submitted, release: 7, asOf: null, CancellationToken.None));
        Assert.Equal("2025年三季度没有第7版。", refused.Message);
    }

    private Task<ExportedWorkbook> ExportAsync(Caller caller) => services.GetRequiredService<AnnexExportService>()
        .ExportAsync(caller, Quarter, FigureBasis.Submitted, asOf: null, withSources: true, CancellationToken.None);
}
