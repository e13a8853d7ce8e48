using ClosedXML.Excel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Targets;

/// <summary>总表 as a workbook: downloaded, filled in, and read back beside what stands there by then.</summary>
public sealed class ReferenceImportTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Name = "总表.xlsx";
    private const string Naiman = "150525";
    private const string Kailu = "150523";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2024, 6, 30, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        await SetAsync(Naiman, 20, 2024, 6, 0);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_TheTemplateAsItIs_ChangesNothing(bool all)
    {
        var read = await ImportAsync(await TemplateAsync(all));

        Assert.Empty(read.Cells);
        Assert.Empty(read.Faults);
        Assert.Empty(read.Moved);
    }

    [Fact]
    public async Task Import_Filled_GivesTheChangedCells_WithTheirVersions()
    {
        var template = await FilledAsync(cell =>
        {
            cell(Naiman, "20.2024").Value = 7.5;
            cell(Kailu, "20.2024").Value = " 1,234.5 ";
            cell(Kailu, "16.base").FormulaA1 = "1.5*2";
            cell(Kailu, "15.2025").FormulaA1 = "SUM(1,2)";
        });

        var read = await ImportAsync(template);

        Assert.Equal(
            [
                new TypedCell(new(Kailu, 16, null), "3", 0), new TypedCell(new(Kailu, 15, 2025), "3", 0),
                new TypedCell(new(Kailu, 20, 2024), "1,234.5", 0), new TypedCell(new(Naiman, 20, 2024), "7.5", 1),
            ],
            read.Cells.OrderBy(cell => cell.Key.UnitCode).ThenBy(cell => cell.Text.Length).ThenBy(cell => cell.Key.Year ?? 0));
        Assert.Empty(read.Faults);
    }

    [Fact]
    public async Task Import_WhatIsWrong_IsNamedByItsPlace_TheRestIsRead()
    {
        var template = await FilledAsync(cell =>
        {
            cell(Naiman, "15.2024").Value = "很多";
            cell(Naiman, "16.2024").Value = -1;
            cell(Naiman, "16.2025").Value = new DateTime(2024, 5, 1);
            cell(Naiman, "15.base").Value = 1.23456;
            cell(Kailu, "20.2025").Value = 8;
            cell(Naiman, "20.2025").FormulaA1 = "1/0";
        });

        var read = await ImportAsync(template);

        Assert.Equal(new TypedCell(new(Kailu, 20, 2025), "8", 0), Assert.Single(read.Cells));
        Assert.Equal(5, read.Faults.Count);
        Assert.All(read.Faults, fault => Assert.Matches("^“基数和分解指标总表”第12行[A-Z]列（奈曼旗第(15|16|20)项202[345]年(基数|分解指标)）：", fault));
        Assert.Contains(read.Faults, fault => fault.Contains("“很多”不是数字", StringComparison.Ordinal));
        Assert.Contains(read.Faults, fault => fault.Contains("单元格是日期（2024-05-01）", StringComparison.Ordinal));

        // Whether the program that saved it kept the error beside the formula or nothing at all.
        Assert.Contains(read.Faults, fault => fault.Contains("第20项2025年", StringComparison.Ordinal) && (fault.Contains("“#DIV/0!”不是数", StringComparison.Ordinal) || fault.Contains("公式没有算出的值", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Import_RowsAndColumnsMoved_AreKnownByTheirKeys()
    {
        using var book = new XLWorkbook(new MemoryStream(await TemplateAsync()));
        var sheet = book.Worksheet(1);
        sheet.Row(2).InsertRowsAbove(2);
        sheet.Column(3).InsertColumnsBefore(1);
        CellOf(sheet, Kailu, "20.2024").Value = 9;

        Assert.Equal(new TypedCell(new(Kailu, 20, 2024), "9", 0), Assert.Single((await ImportAsync(Saved(book))).Cells));
    }

    [Fact]
    public async Task Import_ACellCleared_ChangesNothing()
    {
        var read = await ImportAsync(await FilledAsync(cell => cell(Naiman, "20.2024").Clear(XLClearOptions.Contents)));

        Assert.Empty(read.Cells);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public async Task Import_ARowTwice_IsSaid()
    {
        using var book = new XLWorkbook(new MemoryStream(await TemplateAsync()));
        var sheet = book.Worksheet(1);
        var naiman = CellOf(sheet, Naiman, "20.2024").Address.RowNumber;
        sheet.Row(naiman).CopyTo(sheet.Row(40));

        Assert.Contains("奈曼旗第20项2024年分解指标在表中出现了两次", Assert.Single((await ImportAsync(Saved(book))).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAnOldTemplate_SaysWhatHasChangedSince()
    {
        var untouched = await TemplateAsync();
        var filled = await FilledAsync(cell => cell(Naiman, "20.2024").Value = 8);
        await SetAsync(Naiman, 20, 2024, 7, 1);
        await SetAsync(Kailu, 20, 2024, 5, 0);

        var read = await ImportAsync(filled);
        Assert.Equal(new TypedCell(new(Naiman, 20, 2024), "8", 2), Assert.Single(read.Cells));
        Assert.Equal(
            ["开鲁县第20项2024年分解指标：下载时为空，现在为5，表中未改，保留现在的数", "奈曼旗第20项2024年分解指标：下载时为6，现在为7，表中为8，请核对"],
            read.Moved.Order(StringComparer.Ordinal).OrderBy(moved => moved.Contains("奈曼", StringComparison.Ordinal)));
        Assert.Empty((await ImportAsync(untouched)).Cells);
        Assert.Equal(2, (await ImportAsync(untouched)).Moved.Count);
    }

    [Fact]
    public async Task Import_AnotherWorkbook_IsRefused_WithWhatToDo()
    {
        var refused = await Assert.ThrowsAsync<RefusalException>(() => ImportAsync(SampleWorkbooks.Of("""<row r="1"><c r="A1"><v>1</v></c></row>""")));
        Assert.StartsWith("这不是总表的模板，认不出单位和指标。请点“下载模板”", refused.Message, StringComparison.Ordinal);

        using var book = new XLWorkbook(new MemoryStream(await TemplateAsync()));
        book.Worksheet(2).Cell(1, 2).Value = "another-plan";
        Assert.StartsWith("这份模板是另一个方案的", (await Assert.ThrowsAsync<RefusalException>(() => ImportAsync(Saved(book)))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UserRole.Clerk)]
    [InlineData(UserRole.Leader)]
    [InlineData(UserRole.Auditor)]
    public async Task NotTheBureau_NeitherDownloadsNorImports(UserRole role)
    {
        var template = await TemplateAsync();
        var other = await TestPeople.AddAsync(services, role);

        await Assert.ThrowsAsync<RefusalException>(() => services.GetRequiredService<ReferenceExportService>().ExportAsync(other, all: false, CancellationToken.None));
        await Assert.ThrowsAsync<RefusalException>(() => services.GetRequiredService<ReferenceSheetQueries>().ImportAsync(other, Name, template, CancellationToken.None));
    }

    private Task<int> SetAsync(string unit, int indicator, int year, decimal value, int version) => services.GetRequiredService<ReferenceSheetService>().SetAsync(
        bureau, new SetReferences([new ReferenceEntry(new ReferenceKey(unit, indicator, year), value, version)], "通建发〔2024〕5号", EffectiveFrom: null, IsConfirmed: true), CancellationToken.None);

    private async Task<byte[]> TemplateAsync(bool all = false) =>
        (await services.GetRequiredService<ReferenceExportService>().ExportAsync(bureau, all, CancellationToken.None)).Content;

    private async Task<byte[]> FilledAsync(Action<Func<string, string, IXLCell>> fill)
    {
        using var book = new XLWorkbook(new MemoryStream(await TemplateAsync()));
        fill((unit, key) => CellOf(book.Worksheet(1), unit, key));
        return Saved(book);
    }

    private static IXLCell CellOf(IXLWorksheet sheet, string unit, string key) => sheet.Cell(
        sheet.CellsUsed(cell => cell.GetString() == unit).Single().Address.RowNumber, sheet.CellsUsed(cell => cell.GetString() == key).Single().Address.ColumnNumber);

    private static byte[] Saved(XLWorkbook book)
    {
        using var stream = new MemoryStream();
        book.SaveAs(stream, new SaveOptions { EvaluateFormulasBeforeSaving = true });
        return stream.ToArray();
    }

    private Task<ReferenceImport> ImportAsync(byte[] content) => services.GetRequiredService<ReferenceSheetQueries>().ImportAsync(bureau, Name, content, CancellationToken.None);
}
