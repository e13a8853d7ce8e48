using ClosedXML.Excel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Tests.Export;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Submissions;

/// <summary>填报模板: downloaded, filled in without the portal, and read back beside what stands in the report by then.</summary>
public sealed class ReportImportTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Name = "填报模板.xlsx";
    private const string Naiman = "150525";

    private static readonly ReportKey Key = new(Naiman, new Quarter(2025, 4));

    private readonly FakeTimeProvider time = new(PostgresFixture.DemoNow);
    private ServiceProvider services = null!;
    private Caller clerk = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), time);
        clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Template_AsItIs_OrSavedByAnOffice_ChangesNothing()
    {
        var template = await TemplateAsync();

        AssertNothing(await ReadAsync(template));
        AssertNothing(await ReadAsync(await SystemOffice.SaveAgainAsync(template)));

        static void AssertNothing(ReportImport read)
        {
            Assert.Empty(read.Cells);
            Assert.Empty(read.Faults);
            Assert.Empty(read.Moved);
            Assert.Empty(read.Saves);
        }
    }

    [Fact]
    public async Task Template_IsAValidWorkbook_WithoutTheStandingNumbersChanged()
    {
        using var book = new ReadBook(await TemplateAsync());

        Assert.Empty(book.Faults(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
    }

    [Fact]
    public async Task Filled_SavedByAnOffice_AndImported_StandsInTheReport_TheSecondTimeNothingDiffers()
    {
        var entries = await OpenEntriesAsync();
        var (ratio, sum) = (entries.First(entry => entry.Indicator.IsPercentage && entry.Indicator.Kind != Domain.Plans.MeasureKind.WaterLoss && NoFact(entry)), entries.First(entry => entry.Indicator.IsSum));
        var template = await SystemOffice.SaveAgainAsync(await FilledAsync((cell, note, _) =>
        {
            cell(ratio, 0).Value = 61.25;
            cell(ratio, 1).Value = 100;
            cell(sum, 0).Value = "1.5";
            note(sum).Value = "=1+1";
        }));

        var read = await ReadAsync(template);
        Assert.Empty(read.Faults);
        Assert.Equal([.. new[] { ratio, sum }.Select(entry => entry.Indicator.Number).Order()], read.Saves.Select(save => save.Key.IndicatorNumber).Order());
        Assert.All(await services.GetRequiredService<DraftService>().SaveAllAsync(clerk, read.Saves, CancellationToken.None), outcome => Assert.Null(outcome.Refusal));

        var report = await ReportAsync();
        Assert.Equal((61.25m, 100m), (report[ratio].Statement.Inputs.Numerator, report[ratio].Statement.Inputs.Denominator));
        Assert.Equal((1.5m, "=1+1"), (report[sum].Statement.Inputs.Amount, report[sum].Statement.Note));
        Assert.Empty((await ReadAsync(template)).Saves);
        Assert.Empty((await ReadAsync(await TemplateAsync())).Cells);
    }

    [Fact]
    public async Task SharedNumber_TypedOnce_StandsInEveryRowThatFetchesIt_AlsoWhereNothingReckonedIt()
    {
        var plan = (await services.GetRequiredService<ReportQueries>().ReportAsync(clerk, Key, CancellationToken.None)).Facts.Plan;
        var entries = (await OpenEntriesAsync()).ToDictionary(entry => entry.Indicator.Number);
        var fact = plan.Quantities.First(fact => fact.IsOneFact && fact.Uses.All(use => entries.ContainsKey(use.IndicatorNumber)));
        int FieldOf(Domain.Plans.QuantityUse use) => entries[use.IndicatorNumber].Indicator.Inputs.Index().First(found => found.Item.Key == use.Key).Index;
        var filled = await FilledAsync((cell, _, _) =>
        {
            cell(entries[fact.Uses[0].IndicatorNumber], FieldOf(fact.Uses[0])).Value = 777;

            // A number of its own in the row that fetches the shared one.
            cell(entries[fact.Uses[1].IndicatorNumber], 1 - FieldOf(fact.Uses[1])).Value = 5;
        });

        var read = await ReadAsync(filled);

        Assert.Empty(read.Faults);
        Assert.All(fact.Uses, use => Assert.Equal(777m, read.Saves.Single(save => save.Key.IndicatorNumber == use.IndicatorNumber).Statement.Inputs[use.Key]));
        Assert.All(await services.GetRequiredService<DraftService>().SaveAllAsync(clerk, read.Saves, CancellationToken.None), outcome => Assert.Null(outcome.Refusal));
    }

    [Fact]
    public async Task WhatIsWrong_IsNamedByItsPlace_AndNothingIsToBeSaved()
    {
        var entries = await OpenEntriesAsync();
        var ratio = entries.First(entry => entry.Indicator.IsPercentage && entry.Indicator.Inputs.Count == 2);
        var sum = entries.First(entry => entry.Indicator.IsSum);
        var template = await FilledAsync((cell, _, _) =>
        {
            cell(ratio, 0).Value = 200;
            cell(ratio, 1).Value = 100;
            cell(sum, 0).Value = "很多";
        });

        var read = await ReadAsync(template);

        Assert.Equal(2, read.Faults.Count);
        Assert.Contains(read.Faults, fault => fault.Contains($"第{sum.Indicator.Number}项", StringComparison.Ordinal) && fault.Contains("“季度填报”第", StringComparison.Ordinal));
        Assert.Contains(read.Faults, fault => fault.Contains("不能大于", StringComparison.Ordinal));
        Assert.Empty(read.Saves);
    }

    [Fact]
    public async Task NotApplicable_BesideEmptiedCells_TakesTheNumbersAway()
    {
        var entry = (await OpenEntriesAsync()).First(entry => entry.Indicator.IsSum);
        var filled = await FilledAsync((cell, _, _) => cell(entry, 0).Value = 2.5);
        await services.GetRequiredService<DraftService>().SaveAllAsync(clerk, (await ReadAsync(filled)).Saves, CancellationToken.None);

        var read = await ReadAsync(await FilledAsync((cell, _, reason) =>
        {
            cell(entry, 0).Clear(XLClearOptions.Contents);
            reason(entry).Value = "本地区没有这类建筑。";
        }));

        var save = Assert.Single(read.Saves);
        Assert.Equal((true, "本地区没有这类建筑。"), (save.Statement.Inputs.IsEmpty, save.Statement.NotApplicableReason));
    }

    [Fact]
    public async Task ChangedInThePortalSince_IsSaid_AndStandsWhereTheCellWasLeft()
    {
        var entry = (await OpenEntriesAsync()).First(entry => entry.Indicator.IsSum);
        var template = await TemplateAsync();
        var filled = await FilledAsync((cell, _, _) => cell(entry, 0).Value = 2.5);
        await services.GetRequiredService<DraftService>().SaveAllAsync(clerk, (await ReadAsync(filled)).Saves, CancellationToken.None);

        var read = await ReadAsync(template);

        Assert.Empty(read.Saves);
        Assert.Contains("现在为2.5，表中未改，保留现在的", Assert.Single(read.Moved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TemplateOfAnotherQuarterUnitOrLayout_IsRefusedWithTheReason()
    {
        var template = await TemplateAsync();
        var other = await TestPeople.AddAsync(services, UserRole.Clerk, "150523");

        var unit = await Assert.ThrowsAsync<RefusalException>(() => Queries.ReadAsync(other, new ReportKey("150523", Key.Quarter), Name, template, CancellationToken.None));
        Assert.StartsWith("这份模板是奈曼旗的，不是开鲁县的。", unit.Message, StringComparison.Ordinal);
        var quarter = await Assert.ThrowsAsync<RefusalException>(() => ReadAsync(Changed(template, keys => keys.Cell(4, 1).Value = "2025Q3")));
        Assert.StartsWith("这份模板是2025年三季度的，不是2025年四季度的。", quarter.Message, StringComparison.Ordinal);
        var layout = await Assert.ThrowsAsync<RefusalException>(() => ReadAsync(Changed(template, keys => keys.Cell(1, 1).Value = "greendev-report-0")));
        Assert.StartsWith("这是旧版的模板", layout.Message, StringComparison.Ordinal);
        var plan = await Assert.ThrowsAsync<RefusalException>(() => ReadAsync(Changed(template, keys => keys.Cell(2, 1).Value = "other-plan")));
        Assert.StartsWith("这份模板是另一个方案的。", plan.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusalException>(() => Queries.ReadAsync(other, Key, Name, template, CancellationToken.None));
    }

    private ReportImportQueries Queries => services.GetRequiredService<ReportImportQueries>();

    private static bool NoFact(ReportEntry entry) => entry.Indicator.Number is 4 or 7 or 13 or 17 or 18;

    private async Task<List<ReportEntry>> OpenEntriesAsync() =>
        [.. (await services.GetRequiredService<ReportQueries>().ReportAsync(clerk, Key, CancellationToken.None)).Entries.Where(entry => entry.Status.IsWithClerk())];

    private async Task<Dictionary<ReportEntry, ReportEntry>> ReportAsync() =>
        (await services.GetRequiredService<ReportQueries>().ReportAsync(clerk, Key, CancellationToken.None)).Entries.ToDictionary(entry => entry, entry => entry, ByNumber.Instance);

    private async Task<byte[]> TemplateAsync() =>
        (await services.GetRequiredService<ReportExportService>().ExportAsync(clerk, Key, CancellationToken.None)).Content;

    private Task<ReportImport> ReadAsync(byte[] content) => Queries.ReadAsync(clerk, Key, Name, content, CancellationToken.None);

    private static byte[] Changed(byte[] template, Action<IXLWorksheet> change)
    {
        using var book = new XLWorkbook(new MemoryStream(template));
        change(book.Worksheet(ReportTemplate.KeysName));
        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }

    private async Task<byte[]> FilledAsync(Action<Func<ReportEntry, int, IXLCell>, Func<ReportEntry, IXLCell>, Func<ReportEntry, IXLCell>> fill)
    {
        using var book = new XLWorkbook(new MemoryStream(await TemplateAsync()));
        var table = book.Worksheet(ReportTemplate.SheetName);
        IXLCell Find(ReportEntry entry, int field, int column)
        {
            var key = ReportTemplate.KeyOf(entry.Indicator, entry.Indicator.Inputs[field].Key);
            return table.Cell(table.Column(ReportTemplate.KeyColumn).CellsUsed().Single(cell => cell.GetString() == key).Address.RowNumber, column);
        }

        fill(
            (entry, field) => Find(entry, field, ReportTemplate.InputColumn),
            entry => Find(entry, 0, ReportTemplate.NoteColumn),
            entry => Find(entry, 0, ReportTemplate.ReasonColumn));
        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }

    private sealed class ByNumber : IEqualityComparer<ReportEntry>
    {
        public static ByNumber Instance { get; } = new();

        public bool Equals(ReportEntry? left, ReportEntry? right) => left?.Indicator.Number == right?.Indicator.Number;

        public int GetHashCode(ReportEntry entry) => entry.Indicator.Number;
    }
}
