using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Verification;

/// <summary>核对文件: an exported workbook says of itself whether it is still as it was and still true, also after another program saved it.</summary>
public sealed class VerificationTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = NaimanOffice.Naiman;
    private const string Forged = "文件里的标记不是本平台做的";

    private VerifiedOffice office = null!;
    private Caller bureau = null!;
    private byte[] exported = null!;

    /// <summary>Where 奈曼旗's value stands.</summary>
    private string Cell => VerifiedOffice.CellOf(exported, VerifiedOffice.Treated, 97.31m);

    private string Place => $"{VerifiedOffice.Monitoring}!{Cell}";

    public async ValueTask InitializeAsync()
    {
        office = await VerifiedOffice.OpenAsync(postgres, treated: 97.31m);
        bureau = office.Desk.Bureau;
        exported = (await office.ExportAsync(bureau)).Content;
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Theory]
    [InlineData("2025Q3", FigureBasis.Submitted, UserRole.Leader)]
    [InlineData("2025Q3", FigureBasis.Approved, UserRole.Bureau)]
    [InlineData("2025Q4", FigureBasis.Submitted, UserRole.Clerk)]
    [InlineData("2024Q2", FigureBasis.Submitted, UserRole.CountyReviewer)]
    public async Task JustExported_FromDemoData_IsCurrent_ForEveryReader(string quarter, FigureBasis basis, UserRole role)
    {
        await using var services = PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), new FakeTimeProvider(PostgresFixture.DemoNow));
        var reader = await TestPeople.AddAsync(services, role, role.IsCounty() ? Naiman : null);
        var file = await services.GetRequiredService<AnnexExportService>().ExportAsync(reader, Quarter.Parse(quarter), basis, CancellationToken.None);

        var verdict = await services.GetRequiredService<VerificationQueries>().VerifyAsync(reader, file.FileName, file.Content, CancellationToken.None);

        Assert.Equal((FileStanding.Current, 0, 0), (verdict.Standing, verdict.Comparison!.PassedOver, verdict.Notes.Count));
        Assert.InRange(verdict.Comparison.Compared, role.IsCounty() ? 80 : 450, 700);
        Assert.Equal((ExportedFileKind.Annex, file.FileName, Quarter.Parse(quarter), basis), (verdict.Origin!.Kind, verdict.Origin.Name, verdict.Origin.Quarter, verdict.Origin.Basis));
        Assert.StartsWith("张三（", verdict.Origin.By, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterAnotherValueWasApproved_ItsCellsAndTheWholesAreSuperseded_AndNoOther()
    {
        await office.CorrectAsync(98.17m);

        var verdict = await office.VerifyAsync(bureau, exported);

        Assert.Equal(FileStanding.Superseded, verdict.Standing);
        Assert.Equal(
            [(NaimanOffice.Report.Of(VerifiedOffice.Treated), "97.31", "98.17"), (new ValueKey("150500", NaimanOffice.Report.Quarter, VerifiedOffice.Treated), "97.31", "98.17")],
            verdict.Comparison!.Superseded.OrderByDescending(changed => changed.Figure!.Value.UnitCode).Select(changed => (changed.Figure!.Value, changed.Earlier!, changed.Later)));
        Assert.Equal((Place, "奈曼旗 第10项城镇污水处理率 数值"), verdict.Comparison.Superseded.Where(changed => changed.Figure!.Value.UnitCode == Naiman).Select(changed => (changed.Place, changed.Label!)).Single());
        Assert.Empty(verdict.Comparison.Altered);
    }

    [Fact]
    public async Task ChangedCell_IsAltered_AndNoOther_AndBothAreSaid()
    {
        var edited = VerifiedOffice.Edited(exported, book => book.Worksheet(VerifiedOffice.Monitoring).Cell(Cell).SetValue(99.99));

        var verdict = await office.VerifyAsync(bureau, edited);
        Assert.Equal(FileStanding.Altered, verdict.Standing);
        Assert.Equal([new ChangedFact(Place, "奈曼旗 第10项城镇污水处理率 数值", "97.31", "99.99", NaimanOffice.Report.Of(VerifiedOffice.Treated))], verdict.Comparison!.Altered);
        Assert.Empty(verdict.Comparison.Superseded);

        await office.CorrectAsync(98.17m);
        var both = await office.VerifyAsync(bureau, edited);
        Assert.Equal((FileStanding.Altered, 1, 2), (both.Standing, both.Comparison!.Altered.Count, both.Comparison.Superseded.Count));
        Assert.Contains("另外，导出时的数据有2处与平台现在的不同", both.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeadingSwapped_FormulaPutIn_CellAdded_AreAltered()
    {
        var edited = VerifiedOffice.Edited(exported, book =>
        {
            var sheet = book.Worksheet(VerifiedOffice.Monitoring);
            sheet.Cell(Cell).FormulaA1 = "97.31";
            sheet.Cell("AZ3").SetValue("另行说明");
            book.AddWorksheet("补充").Cell("B2").SetValue(1);
            var (one, other) = (sheet.Cell(5, 9).GetString(), sheet.Cell(5, 10).GetString());
            sheet.Cell(5, 9).SetValue(other);
            sheet.Cell(5, 10).SetValue(one);
        });

        var verdict = await office.VerifyAsync(bureau, edited);

        Assert.Equal(
            [("监测表!AZ3", "", "另行说明"), ("监测表!I5", "科尔沁区", "科左中旗"), ("监测表!J5", "科左中旗", "科尔沁区"), ("补充!B2", "", "1")],
            verdict.Comparison!.Altered.Where(changed => changed.Place != Place).OrderBy(changed => changed.Place, StringComparer.Ordinal).Select(changed => (changed.Place, changed.Earlier!, changed.Later)));
        Assert.StartsWith("公式（", verdict.Comparison.Altered.Single(changed => changed.Place == Place).Later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowPutIn_IsSaidAsTheLayout()
    {
        var edited = VerifiedOffice.Edited(exported, book => book.Worksheet(VerifiedOffice.Monitoring).Row(1).InsertRowsAbove(1));

        var verdict = await office.VerifyAsync(bureau, edited);

        Assert.True(verdict.Comparison!.IsOutOfPlace);
        Assert.StartsWith("版面被改动", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SavedByLibreOffice_IsCurrent_ThenSuperseded_AndAChangedCellIsFound()
    {
        var saved = await SystemOffice.SaveAgainAsync(exported);
        Assert.Equal((FileStanding.Current, ""), await FoundAsync(saved));

        var edited = await SystemOffice.SaveAgainAsync(VerifiedOffice.Edited(saved, book => book.Worksheet(VerifiedOffice.Monitoring).Cell(Cell).SetValue(97.32)));
        Assert.Equal((FileStanding.Altered, Place), await FoundAsync(edited));

        await office.CorrectAsync(98.17m);
        Assert.Equal(FileStanding.Superseded, (await office.VerifyAsync(bureau, saved)).Standing);
    }

    [Fact]
    public async Task FullDemoAnnex_SavedByLibreOffice_IsCurrent()
    {
        await using var services = PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), new FakeTimeProvider(PostgresFixture.DemoNow));
        var reader = await TestPeople.AddAsync(services, UserRole.Leader);
        var file = await services.GetRequiredService<AnnexExportService>().ExportAsync(reader, Quarter.Parse("2025Q3"), FigureBasis.Submitted, CancellationToken.None);

        var verdict = await services.GetRequiredService<VerificationQueries>().VerifyAsync(reader, "另存.xlsx", await SystemOffice.SaveAgainAsync(file.Content), CancellationToken.None);

        Assert.Equal([], verdict.Comparison!.Altered.Select(changed => $"{changed.Place}: {changed.Earlier} | {changed.Later}"));
        Assert.Equal(FileStanding.Current, verdict.Standing);
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var kept = (await db.ExportedFiles.SingleAsync(TestContext.Current.CancellationToken)).Facts.Length;
        TestContext.Current.TestOutputHelper?.WriteLine($"{verdict.Comparison.Marked} facts in {kept} bytes");
        Assert.InRange(kept, 2_000, 40_000);
    }

    [Fact]
    public async Task CountyReader_OfTheBureausFile_LearnsNothingOfOthers()
    {
        var stranger = await TestPeople.AddAsync(office.Services, UserRole.Clerk, "150523");
        var edited = VerifiedOffice.Edited(exported, book => book.Worksheet(VerifiedOffice.Monitoring).Cell(Cell).SetValue(11.11));
        await office.CorrectAsync(98.17m);

        var verdict = await office.VerifyAsync(stranger, edited);

        Assert.Equal([(Place, null, null, "11.11")], verdict.Comparison!.Altered.Select(changed => (changed.Place, changed.Label, changed.Earlier, changed.Later)));
        Assert.InRange(verdict.Comparison.PassedOver, 100, 600);
        Assert.Contains("没有与现在对照", Assert.Single(verdict.Notes), StringComparison.Ordinal);
        var told = $"{verdict}{string.Concat(verdict.Notes)}{string.Concat(verdict.Comparison.Altered.Concat(verdict.Comparison.Superseded))}";
        Assert.Contains("11.11", told, StringComparison.Ordinal);
        Assert.All(["97.31", "98.17", "奈曼旗"], secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CountyReader_IsToldWhoExported_OnlyOfTheirOwnUnitAndTheCity()
    {
        var stranger = await TestPeople.AddAsync(office.Services, UserRole.Clerk, "150523");
        var ofNaiman = (await office.ExportAsync(office.Desk.Clerk)).Content;

        Assert.Null((await office.VerifyAsync(stranger, ofNaiman)).Origin!.By);
        Assert.Equal("张三（市住建局）", (await office.VerifyAsync(stranger, exported)).Origin!.By);
        Assert.Equal("张三（奈曼旗 填报员）", (await office.VerifyAsync(office.Desk.CountyReviewer, ofNaiman)).Origin!.By);
        Assert.Equal("张三（奈曼旗 填报员）", (await office.VerifyAsync(bureau, ofNaiman)).Origin!.By);
    }

    [Fact]
    public async Task Releases_AreNamed_AndALaterOneIsSaid()
    {
        Assert.Empty((await office.VerifyAsync(bureau, exported)).Notes);
        await office.Get<PeriodService>().CloseAsync(bureau, NaimanOffice.Report.Quarter, CancellationToken.None);
        await office.Get<PeriodService>().LockAsync(bureau, NaimanOffice.Report.Quarter, CancellationToken.None);
        Assert.Equal(["文件导出时2025年三季度还没有锁定，现在已经锁定，现行的是第1版。"], (await office.VerifyAsync(bureau, exported)).Notes);
        await office.CorrectAsync(98.17m);

        var first = (await office.Get<AnnexExportService>().ExportReleaseAsync(bureau, NaimanOffice.Report.Quarter, 1, withSources: false, CancellationToken.None)).Content;
        var verdict = await office.VerifyAsync(bureau, first);

        Assert.Equal((FileStanding.Superseded, 1), (verdict.Standing, verdict.Origin!.Release));
        Assert.Equal(["文件是2025年三季度第1版，该季度已有更正，现行的是第2版。"], verdict.Notes);
        var second = (await office.Get<AnnexExportService>().ExportReleaseAsync(bureau, NaimanOffice.Report.Quarter, 2, withSources: false, CancellationToken.None)).Content;
        Assert.Equal((FileStanding.Current, ""), await FoundAsync(second));
    }

    [Fact]
    public async Task Marks_ForgedOrTakenFromAnotherFile_AreNoMarks()
    {
        var mark = MarkIn(exported);
        Assert.InRange(mark.Length, 100, 255);
        foreach (var forged in new[] { mark[..50] + (mark[50] == 'A' ? 'B' : 'A') + mark[51..], "伪造", new string('A', 1 << 20) })
        {
            Assert.StartsWith(Forged, await SentenceAsync(WithMark(exported, forged)), StringComparison.Ordinal);
        }

        Assert.StartsWith("没有本平台的标记", await SentenceAsync(WithMark(exported, null)), StringComparison.Ordinal);

        await using var elsewhere = await VerifiedOffice.OpenAsync(postgres, treated: 97.31m);
        Assert.StartsWith(Forged, await SentenceAsync((await elsewhere.ExportAsync(elsewhere.Desk.Bureau)).Content), StringComparison.Ordinal);

        var other = (await office.Get<AnnexExportService>().ExportAsync(bureau, Quarter.Parse("2024Q1"), FigureBasis.Submitted, CancellationToken.None)).Content;
        var copied = await office.VerifyAsync(bureau, WithMark(other, mark));
        Assert.Equal(FileStanding.Altered, copied.Standing);
        Assert.Contains(copied.Comparison!.Altered, changed => changed.Place == Place);
    }

    [Fact]
    public async Task Record_ChangedOrGone_IsNotBelieved()
    {
        await ExecuteAsync("UPDATE exported_files SET facts = '\\x00'");
        Assert.StartsWith("平台里的导出记录与文件的标记不符", await SentenceAsync(exported), StringComparison.Ordinal);

        var other = (await office.ExportAsync(bureau)).Content;
        await office.CorrectAsync(98.17m);
        await office.ExportAsync(bureau);
        await ExecuteAsync("UPDATE exported_files SET facts = (SELECT facts FROM exported_files ORDER BY recorded_at DESC LIMIT 1)");
        Assert.StartsWith("平台里的导出记录与文件的标记不符", await SentenceAsync(other), StringComparison.Ordinal);

        await ExecuteAsync("DELETE FROM exported_files");
        Assert.StartsWith("标记是本平台做的，但平台里没有这份文件的导出记录", await SentenceAsync(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_IsNoStatement()
    {
        var report = await office.Get<ReportExportService>().ExportAsync(office.Desk.Clerk, NaimanOffice.Report, CancellationToken.None);
        var sheet = await office.Get<ReferenceExportService>().ExportAsync(bureau, all: false, CancellationToken.None);

        Assert.StartsWith("这是供填写的模板", await SentenceAsync(report.Content), StringComparison.Ordinal);
        Assert.StartsWith("这是供填写的模板", await SentenceAsync(sheet.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auditor_IsRefused()
    {
        var auditor = await TestPeople.AddAsync(office.Services, UserRole.Auditor);

        var refused = await Assert.ThrowsAsync<RefusalException>(() => office.VerifyAsync(auditor, exported));

        Assert.Equal(RefusalKind.Forbidden, refused.Kind);
    }

    [Fact]
    public async Task CommandLine_VerifiesWhatItExported_WithEveryUnit()
    {
        var file = await office.Get<AnnexExportService>().ExportAsSystemAsync(plan: null, NaimanOffice.Report.Quarter, CancellationToken.None);
        await office.CorrectAsync(98.17m);

        var verdict = await office.Get<VerificationQueries>().VerifyAsSystemAsync("附件.xlsx", file.Content, CancellationToken.None);

        Assert.Equal((FileStanding.Superseded, 2, "系统"), (verdict.Standing, verdict.Comparison!.Superseded.Count, verdict.Origin!.By));
    }

    [Fact]
    public async Task AnotherPlan_IsVerifiedInIt_ForWhoMayReadIt()
    {
        await office.Get<WriteTransaction>().RunAsSystemAsync(
            async scope =>
            {
                await PlanStore.AddAsync(scope, PlanFile.LoadBuiltIn() with { Key = "second" });
                return true;
            },
            CancellationToken.None);
        var file = await office.Get<AnnexExportService>().ExportAsSystemAsync("second", NaimanOffice.Report.Quarter, CancellationToken.None);

        var verdict = await office.VerifyAsync(bureau, file.Content);
        Assert.Equal((FileStanding.Current, "second", 0), (verdict.Standing, verdict.Origin!.Plan, verdict.Comparison!.PassedOver));
        var refused = await office.VerifyAsync(office.Desk.Clerk, file.Content);
        Assert.Equal((FileStanding.Unknown, true), (refused.Standing, refused.Origin is null));
        Assert.StartsWith("这份文件属于另一个实施方案", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statements_AreFew()
    {
        using var counter = new StatementCounter(office.Connection);
        await office.VerifyAsync(bureau, exported);

        Assert.Equal(5, await counter.DuringAsync(() => office.VerifyAsync(bureau, exported)));
        Assert.Equal(8, await counter.DuringAsync(() => office.ExportAsync(bureau)));
    }

    private async Task<(FileStanding Standing, string Places)> FoundAsync(byte[] content)
    {
        var verdict = await office.VerifyAsync(bureau, content);
        return (verdict.Standing, string.Join(' ', verdict.Comparison!.Altered.Concat(verdict.Comparison.Superseded).Select(changed => changed.Place)));
    }

    private async Task<string> SentenceAsync(byte[] content)
    {
        var verdict = await office.VerifyAsync(bureau, content);
        Assert.Equal((FileStanding.Unknown, true, true), (verdict.Standing, verdict.Origin is null, verdict.Comparison is null));
        return verdict.Sentence;
    }

    private static string MarkIn(byte[] content)
    {
        using var book = new XLWorkbook(new MemoryStream(content));
        return book.CustomProperty(MarkProperty.Name).GetValue<string>();
    }

    private static byte[] WithMark(byte[] content, string? mark) => VerifiedOffice.Edited(content, book =>
    {
        if (book.CustomProperties.Any(property => property.Name == MarkProperty.Name))
        {
            book.CustomProperties.Delete(MarkProperty.Name);
        }

        if (mark is not null)
        {
            book.CustomProperties.Add(MarkProperty.Name, mark);
        }
    });

    private async Task ExecuteAsync(string statement)
    {
        await using var owner = NpgsqlDataSource.Create(postgres.OwnerOf(office.Connection));
        await using var command = owner.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
