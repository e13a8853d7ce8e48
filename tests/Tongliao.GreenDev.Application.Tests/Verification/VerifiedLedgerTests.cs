using ClosedXML.Excel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Export.Ledger;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Verification;

/// <summary>A ledger reckons, and is verified all the same.</summary>
public sealed class VerifiedLedgerTests(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceProvider services = null!;
    private Caller bureau = null!;
    private ExportedWorkbook exported = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), new FakeTimeProvider(PostgresFixture.DemoNow));
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        exported = await services.GetRequiredService<LedgerExportService>().ExportAsync(bureau, new Quarter(2025, 3), FigureBasis.Submitted, asOf: null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task AsItIs_OrReckonedAnewByAnOffice_IsCurrent()
    {
        foreach (var content in new[] { exported.Content, await SystemOffice.SaveAgainAsync(exported.Content) })
        {
            var verdict = await VerifyAsync(content);

            Assert.True(verdict.Standing == FileStanding.Current, $"{verdict.Sentence} {string.Join(' ', verdict.Comparison!.Altered.Concat(verdict.Comparison.Superseded).Take(9))}");
            Assert.Equal((ExportedFileKind.Ledger, exported.FileName), (verdict.Origin!.Kind, verdict.Origin.Name));
            Assert.InRange(verdict.Comparison!.Compared, 5_000, 20_000);
        }
    }

    [Fact]
    public async Task TriedWithAnotherNumber_IsAltered_WhereItWasTypedAndInAllThatFollows()
    {
        using var book = new XLWorkbook(new MemoryStream(exported.Content));
        var sheet = book.Worksheets.Single(sheet => sheet.Name.StartsWith("2 ", StringComparison.Ordinal));
        var row = Enumerable.Range(1, 100).Single(row => (sheet.Cell(row, 1).GetString(), sheet.Cell(row, 2).GetString()) == ("奈曼旗", "2025年三季度"));
        sheet.Cell(row, 3).SetValue(1);
        using var tried = new MemoryStream();
        book.SaveAs(tried);

        var verdict = await VerifyAsync(await SystemOffice.SaveAgainAsync(tried.ToArray()));

        Assert.Equal(FileStanding.Altered, verdict.Standing);
        var places = verdict.Comparison!.Altered.Select(changed => changed.Place).ToList();
        Assert.Contains($"{sheet.Name}!C{row}", places);
        Assert.Contains($"{sheet.Name}!F{row}", places);
        Assert.All(places, place => Assert.Contains(place.Split('!')[0], new[] { sheet.Name, "总览", "奈曼旗", "全市" }));
        Assert.Empty(verdict.Comparison.Superseded);
    }

    private Task<FileVerdict> VerifyAsync(byte[] content) =>
        services.GetRequiredService<VerificationQueries>().VerifyAsync(bureau, "台账.xlsx", content, CancellationToken.None);
}
