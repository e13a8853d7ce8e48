using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Export.Ledger;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Export;

/// <summary>监测台账 of the demo data.</summary>
public sealed class LedgerExportServiceTests(PostgresFixture postgres) : IAsyncLifetime
{
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
    public async Task Ledger_IsAValidWorkbook_WithAChartAnIndicator()
    {
        using var book = new ReadBook((await ExportAsync(await BureauAsync())).Content);

        Assert.Empty(book.Faults(FileFormatVersions.Office2013).Concat(book.Faults(FileFormatVersions.Microsoft365)).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
        Assert.Equal(21, book.Document.WorkbookPart!.WorksheetParts.Count(sheet => sheet.DrawingsPart?.ChartParts.Any() == true));
    }

    [Fact]
    public async Task Ledger_SaysWhatThePortalSays_InEveryQuarter()
    {
        var bureau = await BureauAsync();
        var exported = await ExportAsync(bureau);
        var book = WorkbookReader.Read(exported.FileName, exported.Content);

        Assert.Equal("监测台账_2025年三季度.xlsx", exported.FileName);
        var facts = await services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None);
        foreach (var quarter in facts.Periods.Select(period => period.Quarter).Where(quarter => quarter <= Quarter))
        {
            var matrix = await services.GetRequiredService<RatingQueries>().MatrixAsync(bureau, quarter, FigureBasis.Submitted, CancellationToken.None);
            foreach (var rating in matrix.Ratings.Values)
            {
                var (sheet, columns) = (book.Sheets.Single(sheet => sheet.Name.StartsWith($"{rating.Indicator.Number} ", StringComparison.Ordinal)), new LedgerColumns(rating.Indicator));
                var name = matrix.Facts.UnitOrAggregate(rating.UnitCode).ShortName;
                var row = Enumerable.Range(1, 100).Single(row => sheet[row, 1].Text == name && sheet[row, 2].Text == quarter.ChineseName);
                Assert.Equal(rating.State.Word(), sheet[row, columns.Light].Text);
                Assert.Equal(rating.Value is { } value ? value.Round(10).ToString(CultureInfo.InvariantCulture) : "", sheet[row, columns.Value].Text);
                Assert.Equal(rating.Explanation, sheet[row, columns.Words].Text);
            }
        }
    }

    [Fact]
    public async Task Ledger_TellsHowReportingWent_AndWhatTheDepartmentsSay()
    {
        var bureau = await BureauAsync();
        var book = WorkbookReader.Read("台账.xlsx", (await ExportAsync(bureau)).Content);

        var progress = book.Sheets.Single(sheet => sheet.Name == "上报情况");
        Assert.Equal(("2025年三季度", "21"), (progress[4, 1].Text, progress[4, 3].Text));
        Assert.Equal("2024年一季度", progress[3 + (7 * 9), 1].Text);
        Assert.Equal(24, Enumerable.Range(4, 40).Count(row => book.Sheets.Single(sheet => sheet.Name == "任务进展")[row, 3].Text.Length > 0));
        Assert.Contains(book.Sheets, sheet => sheet.Name == "更正");
    }

    [Fact]
    public async Task LedgerOfACounty_HoldsItselfAndTheCity_AndNoNumberOfAnother()
    {
        var naiman = await TestPeople.AddAsync(services, UserRole.Clerk, "150525");
        var content = (await ExportAsync(naiman)).Content;
        var book = WorkbookReader.Read("台账.xlsx", content);

        Assert.Equal(
            ["全市", "奈曼旗"],
            book.Sheets.Where(sheet => sheet.Name.StartsWith("1 ", StringComparison.Ordinal)).SelectMany(sheet => Enumerable.Range(6, 20).Select(row => sheet[row, 1].Text)).Where(name => name.Length > 0).Distinct());
        using var archive = new ZipArchive(new MemoryStream(content));
        var texts = archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(ReadAsync).ToList();
        var others = await OthersAsync();
        Assert.True(others.Count > 100, $"only {others.Count}");
        foreach (var number in others)
        {
            Assert.DoesNotContain(texts, text => text.Contains($"<x:v>{number}</x:v>", StringComparison.Ordinal) || text.Contains($"<v>{number}</v>", StringComparison.Ordinal));
        }

        // The same reading of what the bureau takes finds them, or nothing was looked at.
        using var whole = new ZipArchive(new MemoryStream((await ExportAsync(await BureauAsync())).Content));
        var told = string.Concat(whole.Entries.Where(entry => entry.FullName.Contains("worksheets", StringComparison.Ordinal)).Select(ReadAsync));
        Assert.All(others, number => Assert.Contains($"v>{number}</", told, StringComparison.Ordinal));

        static string ReadAsync(ZipArchiveEntry entry)
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public async Task Export_IsAudited_InAFixedNumberOfStatements()
    {
        var bureau = await BureauAsync();
        await ExportAsync(bureau);

        Assert.Equal(11, await statements.DuringAsync(() => ExportAsync(bureau)));

        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var row = await db.AuditEvents.OrderByDescending(audit => audit.Id).FirstAsync(audit => audit.Kind == AuditKinds.Exported, TestContext.Current.CancellationToken);
        Assert.Equal(("ledger 2025Q3", bureau.UserId), (row.Subject, row.UserId!.Value));
    }

    private Task<Caller> BureauAsync() => TestPeople.AddAsync(services, UserRole.Bureau);

    private Task<ExportedWorkbook> ExportAsync(Caller caller) =>
        services.GetRequiredService<LedgerExportService>().ExportAsync(caller, Quarter, FigureBasis.Submitted, asOf: null, CancellationToken.None);

    /// <summary>Telling numbers that other units typed in the quarters.</summary>
    private async Task<List<string>> OthersAsync()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var rows = await (
            from submission in db.Submissions
            where submission.Quarter == Quarter
            from value in submission.Values
            where value.Status == ValueStatus.CityReview || value.Status == ValueStatus.Accepted
            select new { submission.UnitId, value.Statement.Inputs }).ToListAsync();
        var facts = await services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None);
        var own = facts.Unit("150525").Id;
        var ours = rows.Where(row => row.UnitId == own).SelectMany(row => Words(row.Inputs)).ToHashSet();
        return [.. rows.Where(row => row.UnitId != own).SelectMany(row => Words(row.Inputs)).Where(word => word.Length >= 5 && !ours.Contains(word)).Distinct()];

        static IEnumerable<string> Words(ReportedInputs inputs) => Enum.GetValues<InputKey>()
            .Select(key => inputs[key]?.ToString("0.##########", CultureInfo.InvariantCulture)).OfType<string>();
    }
}
