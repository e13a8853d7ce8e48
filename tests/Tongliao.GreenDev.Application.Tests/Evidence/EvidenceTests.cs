using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Evidence;

/// <summary>佐证材料 beside values and corrections: who may, how much, and what stays.</summary>
public sealed class EvidenceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly ValueKey Key = NaimanOffice.Report.Of(NaimanOffice.Led);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private string connection = "";
    private ServiceProvider services = null!;
    private NaimanOffice office = null!;

    private EvidenceService Service => office.Get<EvidenceService>();

    private EvidenceQueries Queries => office.Get<EvidenceQueries>();

    public async ValueTask InitializeAsync()
    {
        connection = await postgres.CreateDatabaseAsync();
        services = PostgresFixture.ServicesFor(connection, time);
        office = new NaimanOffice(services);
        await office.StaffAsync();
        await office.SaveAsync(office.Clerk);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Add_File_StandsBesideTheValueWithWhoAndWhenAndIsReadBack()
    {
        var content = SampleFiles.Pdf();

        var added = await AddAsync("C:\\台账\\九月.pdf", content);

        var file = Assert.Single((await office.EntryAsync()).Evidence);
        Assert.Equal((added.Id, "九月.pdf", FileKind.Pdf, content.Length, 1), (file.Id, file.Name, file.Kind, file.Length, file.Version));
        Assert.Equal((time.GetUtcNow(), office.Clerk.UserId, "张三（奈曼旗 填报员）"), (file.Recorded.At, file.Recorded.ById, file.Recorded.ByName));
        var download = await Queries.DownloadAsync(office.Clerk, added.Id, [], CancellationToken.None);
        Assert.Equal(content, download.Content);
        Assert.Null((await Queries.DownloadAsync(office.Clerk, added.Id, [EvidenceDownload.TagOf(file)], CancellationToken.None)).Content);
    }

    [Fact]
    public async Task Add_BesideAValueNobodyFilledIn_IsTaken()
    {
        await Service.AddAsync(office.Clerk, new AddEvidence(NaimanOffice.Report.Of(10), "a.pdf", SampleFiles.Pdf()), CancellationToken.None);

        Assert.Equal((1, 0), ((await office.EntryAsync(10)).Evidence.Count, (await office.EntryAsync(10)).Version));
    }

    [Fact]
    public async Task Add_SameContentBesideTwoValues_IsStoredOnce()
    {
        await AddAsync("a.pdf", SampleFiles.Pdf());
        await Service.AddAsync(office.Clerk, new AddEvidence(NaimanOffice.Report.Of(10), "b.pdf", SampleFiles.Pdf()), CancellationToken.None);

        await using var db = await office.Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.Equal((2, 1), (await db.EvidenceFiles.CountAsync(), await db.EvidenceContents.CountAsync()));
        Assert.Contains("已经上传过了（a.pdf）", (await RefusalAsync(() => AddAsync("c.pdf", SampleFiles.Pdf()))).Message);
    }

    [Fact]
    public async Task Add_ByTheSameIdAgain_IsDoneOnce()
    {
        var act = office.Clerk with { OperationId = Guid.CreateVersion7() };
        await Service.AddAsync(act, new AddEvidence(Key, "a.pdf", SampleFiles.Pdf()), CancellationToken.None);

        Assert.Equal(RefusalCodes.AlreadyDone, (await RefusalAsync(() => Service.AddAsync(act, new AddEvidence(Key, "a.pdf", SampleFiles.Pdf()), CancellationToken.None))).Code);
        Assert.Equal(RefusalCodes.OperationReused, (await RefusalAsync(() => Service.AddAsync(act, new AddEvidence(Key, "b.png", SampleFiles.Png()), CancellationToken.None))).Code);
        Assert.Single((await office.EntryAsync()).Evidence);
    }

    [Fact]
    public async Task Add_ByOthersThanTheClerk_IsRefused()
    {
        var elsewhere = await TestPeople.AddAsync(services, UserRole.Clerk, "150523");

        Assert.Equal(RefusalKind.NotFound, (await RefusalAsync(() => AddAsync("a.pdf", SampleFiles.Pdf(), elsewhere))).Kind);
        Assert.Equal(RefusalKind.Forbidden, (await RefusalAsync(() => AddAsync("a.pdf", SampleFiles.Pdf(), office.CountyReviewer))).Kind);
        Assert.Equal(RefusalKind.Forbidden, (await RefusalAsync(() => AddAsync("a.pdf", SampleFiles.Pdf(), office.Bureau))).Kind);
    }

    [Fact]
    public async Task Read_ByAnotherCounty_AnswersAsIfItWereNotThere()
    {
        var id = (await AddAsync("a.pdf", SampleFiles.Pdf())).Id;
        var elsewhere = await TestPeople.AddAsync(services, UserRole.CountyReviewer, "150523");
        var auditor = await TestPeople.AddAsync(services, UserRole.Auditor);

        var foreign = await RefusalAsync(() => Queries.DownloadAsync(elsewhere, id, [], CancellationToken.None));
        var absent = await RefusalAsync(() => Queries.DownloadAsync(elsewhere, id + 1, [], CancellationToken.None));
        Assert.Equal((foreign.Kind, foreign.Message), (absent.Kind, absent.Message));
        Assert.Equal(RefusalKind.NotFound, foreign.Kind);
        Assert.Equal(RefusalKind.NotFound, (await RefusalAsync(() => Service.RemoveAsync(elsewhere, id, CancellationToken.None))).Kind);
        Assert.Equal(RefusalKind.NotFound, (await RefusalAsync(() => Queries.OfValueAsync(elsewhere, Key, CancellationToken.None))).Kind);
        Assert.Equal(RefusalKind.Forbidden, (await RefusalAsync(() => Queries.DownloadAsync(auditor, id, [], CancellationToken.None))).Kind);
        Assert.NotNull((await Queries.DownloadAsync(office.Bureau, id, [], CancellationToken.None)).Content);
    }

    [Fact]
    public async Task Remove_File_StaysInTheHistoryAndCanBeReadThere()
    {
        var id = (await AddAsync("a.pdf", SampleFiles.Pdf())).Id;
        time.Advance(TimeSpan.FromMinutes(5));

        await Service.RemoveAsync(office.Clerk, id, CancellationToken.None);

        Assert.Empty((await office.EntryAsync()).Evidence);
        var line = Assert.Single(await Queries.OfValueAsync(office.Bureau, Key, CancellationToken.None));
        Assert.Equal((id, time.GetUtcNow(), office.Clerk.UserId), (line.File.Id, line.Removal?.Recorded.At, line.Removal?.Recorded.ById));
        Assert.NotNull((await Queries.DownloadAsync(office.Bureau, id, [], CancellationToken.None)).Content);
        Assert.Equal(RefusalCodes.WrongState, (await RefusalAsync(() => Service.RemoveAsync(office.Clerk, id, CancellationToken.None))).Code);
        Assert.Single((await office.EntryAsync()).Evidence.Append((await AddAsync("a.pdf", SampleFiles.Pdf()))));
    }

    [Fact]
    public async Task Change_WhileUnderReviewOrApproved_IsRefusedUntilItIsReopened()
    {
        var id = (await AddAsync("a.pdf", SampleFiles.Pdf())).Id;
        foreach (var (who, step) in new[] { (office.Clerk, ReviewStep.Submit), (office.CountyReviewer, ReviewStep.Approve), (office.Bureau, ReviewStep.Approve) })
        {
            await office.ApplyAsync(who, step);
            Assert.Equal(RefusalCodes.UnderReview, (await RefusalAsync(() => AddAsync("b.png", SampleFiles.Png()))).Code);
            Assert.Equal(RefusalCodes.UnderReview, (await RefusalAsync(() => Service.RemoveAsync(office.Clerk, id, CancellationToken.None))).Code);
        }

        await office.ApplyAsync(office.Bureau, ReviewStep.Reopen, "台账有遗漏，请更正。");

        await Service.RemoveAsync(office.Clerk, id, CancellationToken.None);
        await AddAsync("b.png", SampleFiles.Png());
        Assert.Equal("b.png", Assert.Single((await office.EntryAsync()).Evidence).Name);
    }

    [Fact]
    public async Task Change_InAClosedQuarter_IsRefused()
    {
        var id = (await AddAsync("a.pdf", SampleFiles.Pdf())).Id;
        await office.Get<PeriodService>().CloseAsync(office.Bureau, Key.Quarter, CancellationToken.None);

        Assert.Equal(RefusalCodes.PeriodClosed, (await RefusalAsync(() => AddAsync("b.png", SampleFiles.Png()))).Code);
        Assert.Equal(RefusalCodes.PeriodClosed, (await RefusalAsync(() => Service.RemoveAsync(office.Clerk, id, CancellationToken.None))).Code);
    }

    [Theory]
    [InlineData("a.exe")]
    [InlineData("a.png")]
    [InlineData("")]
    public async Task Add_WhatIsNotWhatItsNameSays_LeavesNothing(string name)
    {
        var refusal = await RefusalAsync(() => AddAsync(name, SampleFiles.Pdf()));

        Assert.Equal((RefusalKind.Invalid, RefusalCodes.InvalidEvidence, "file"), (refusal.Kind, refusal.Code, Assert.Single(refusal.Errors).Field));
        await using var db = await office.Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.False(await db.EvidenceContents.AnyAsync());
    }

    [Fact]
    public async Task Add_BeyondTheLimits_IsRefusedAndLeavesNothing()
    {
        var limits = office.Get<IOptions<EvidenceOptions>>().Value;
        (limits.MaxFileMegabytes, limits.MaxFilesPerValue, limits.MaxReportMegabytes) = (1, 2, 1);
        byte[] half = [.. SampleFiles.Jpeg(), .. new byte[(1 << 20) - SampleFiles.Jpeg().Length]];

        Assert.Contains("超过1 MB的上限", (await RefusalAsync(() => AddAsync("a.jpg", [.. half, 0]))).Message);
        var first = await AddAsync("a.jpg", half);
        Assert.Contains("合计已有1 MB", (await RefusalAsync(() => AddAsync("b.png", SampleFiles.Png()))).Message);
        limits.MaxReportMegabytes = 2;
        await AddAsync("b.png", SampleFiles.Png());
        Assert.Contains("最多2份", (await RefusalAsync(() => AddAsync("c.png", SampleFiles.Png(1)))).Message);
        await Service.RemoveAsync(office.Clerk, first.Id, CancellationToken.None);
        await AddAsync("c.png", SampleFiles.Png(1));

        await using var db = await office.Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.Equal(3, await db.EvidenceContents.CountAsync());
    }

    [Fact]
    public async Task Add_ManyAtOnceAtTheLimit_TakesNoneTooMany()
    {
        office.Get<IOptions<EvidenceOptions>>().Value.MaxFilesPerValue = 3;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await AddAsync($"{i}.png", SampleFiles.Png((byte)i));
                return true;
            }
            catch (RefusalException)
            {
                return false;
            }
        }));

        Assert.Equal(3, outcomes.Count(taken => taken));
        Assert.Equal(3, (await office.EntryAsync()).Evidence.Count);
    }

    [Fact]
    public async Task Add_TheSameContentManyTimesAtOnce_IsStoredOnce()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(number =>
            Service.AddAsync(office.Clerk, new AddEvidence(NaimanOffice.Report.Of(number), "a.pdf", SampleFiles.Pdf()), CancellationToken.None)));

        await using var db = await office.Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.Equal((8, 1), (await db.EvidenceFiles.CountAsync(), await db.EvidenceContents.CountAsync()));
    }

    [Fact]
    public async Task Correction_IsSupportedByWhoeverAskedUntilItIsDecided()
    {
        await ApproveAsync();
        var id = await RequestAsync();
        var file = await AddAsync("a.pdf", SampleFiles.Pdf(), correction: id);

        Assert.Equal(RefusalKind.Forbidden, (await RefusalAsync(() => AddAsync("b.png", SampleFiles.Png(), office.CountyReviewer, id))).Kind);
        Assert.Empty((await office.EntryAsync()).Evidence);
        Assert.Equal(file.Id, Assert.Single((await Queries.OfCorrectionsAsync(office.Bureau, [id], CancellationToken.None))[id]).Id);

        await office.Get<CorrectionService>().DecideAsync(office.Bureau, new DecideCorrection(id, IsApproved: true, "已核对台账，同意更正。"), CancellationToken.None);

        Assert.Equal(file.Id, Assert.Single((await office.EntryAsync()).Evidence).Id);
        Assert.Equal(RefusalCodes.WrongState, (await RefusalAsync(() => AddAsync("b.png", SampleFiles.Png(), correction: id))).Code);
        Assert.Equal(RefusalCodes.WrongState, (await RefusalAsync(() => Service.RemoveAsync(office.Clerk, file.Id, CancellationToken.None))).Code);
    }

    [Fact]
    public async Task Correction_OfAnotherValueOrNone_HasNoEvidenceHere()
    {
        await ApproveAsync();
        var id = await RequestAsync();

        Assert.Equal(RefusalKind.NotFound, (await RefusalAsync(() => AddAsync("a.pdf", SampleFiles.Pdf(), correction: id + 1))).Kind);
        Assert.Equal(RefusalKind.NotFound, (await RefusalAsync(() => Service.AddAsync(
            office.Clerk, new AddEvidence(NaimanOffice.Report.Of(10), "a.pdf", SampleFiles.Pdf(), id), CancellationToken.None))).Kind);
    }

    [Theory]
    [InlineData("required", 1)]
    [InlineData("factor", 5)]
    public async Task Submit_WhereARuleAsksForEvidence_IsRefusedUntilThereIsSome(string parameter, int value)
    {
        await PreviousQuarterAsync();
        await office.Get<CheckService>().SetAsync(
            office.Bureau,
            new SetCheckRule(27, [parameter == "required" ? new CheckSetting(parameter, value, NaimanOffice.Led, InputKey.Numerator) : new CheckSetting(parameter, value)], "对数据真实性抽查", 1),
            CancellationToken.None);

        var refusal = await RefusalAsync(() => office.ApplyAsync(office.Clerk, ReviewStep.Submit));
        Assert.Equal((RefusalCodes.NotSubmittable, $"indicators[{NaimanOffice.Led}].evidence"), (refusal.Code, Assert.Single(refusal.Errors).Field));
        Assert.Contains("须附佐证材料", refusal.Message);
        Assert.Contains(await HitsAsync(), hit => hit is { Key: "no_evidence", Value: 1 });
        await AddAsync("a.pdf", SampleFiles.Pdf());

        Assert.DoesNotContain((await office.EntryAsync()).Findings, finding => finding.Code == "no_evidence");
        Assert.Contains(await HitsAsync(), hit => hit is { Key: "no_evidence", Value: 0 });
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);
    }

    public static TheoryData<bool, string> Attacks => new MatrixTheoryData<bool, string>(
        [false, true],
        [
            "INSERT INTO evidence_files (value_id, version, name, kind, length, hash, recorded_at, recorded_by, recorded_way) SELECT value_id, 9, 'x.pdf', kind, length, hash, now(), '某人', 'Screen' FROM evidence_files",
            "INSERT INTO evidence_removals (file_id, version, recorded_at, recorded_by, recorded_way) SELECT id, 9, now(), '某人', 'Screen' FROM evidence_files",
            "UPDATE evidence_files SET name = 'x.pdf'",
            "DELETE FROM evidence_files",
            "UPDATE evidence_contents SET content = '\\x00'",
            "DELETE FROM evidence_contents",
            "TRUNCATE evidence_files CASCADE",
            "TRUNCATE evidence_contents CASCADE",
        ]);

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Change_OfAnApprovedValuesEvidence_IsRefusedByTheDatabase(bool byOwner, string statement)
    {
        await AddAsync("a.pdf", SampleFiles.Pdf());
        await ApproveAsync();
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(byOwner ? postgres.OwnerOf(connection) : connection) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(statement);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        Assert.Equal("a.pdf", Assert.Single((await office.EntryAsync()).Evidence).Name);
    }

    private Task<EvidenceFile> AddAsync(string name, byte[] content, Caller? caller = null, long? correction = null) =>
        Service.AddAsync(caller ?? office.Clerk, new AddEvidence(Key, name, content, correction), CancellationToken.None);

    private async Task ApproveAsync()
    {
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve);
        await office.ApplyAsync(office.Bureau, ReviewStep.Approve);
    }

    private async Task<long> RequestAsync() => await office.Get<CorrectionService>().RequestAsync(
        office.Clerk,
        new RequestCorrection(Key, new ReportedInputs { Numerator = 61, Denominator = 200 }, "台账有遗漏，补记一座。", "已核对，数据属实。", (await office.EntryAsync()).Version),
        CancellationToken.None);

    /// <summary>A number of the quarter before, to compare with.</summary>
    private async Task PreviousQuarterAsync()
    {
        var quarter = Key.Quarter.Previous;
        await office.Get<PeriodService>().OpenAsync(office.Bureau, quarter, new DateOnly(2025, 10, 15), CancellationToken.None);
        await SaveAsync(quarter, 6, version: 0);

        // Explained, and kept.
        await SaveAsync(Key.Quarter, 61, (await office.EntryAsync()).Version);
    }

    private Task<SavedValue> SaveAsync(Quarter quarter, decimal numerator, int version) => office.Get<DraftService>().SaveAsync(
        office.Clerk,
        new SaveValue(
            new ReportKey(NaimanOffice.Naiman, quarter).Of(NaimanOffice.Led),
            new Statement { Inputs = new ReportedInputs { Numerator = numerator, Denominator = 200 }, Note = "已核对台账。" },
            version,
            Guid.CreateVersion7()) { NoteAnswers = true },
        CancellationToken.None);

    private async Task<Dictionary<string, int>> HitsAsync()
    {
        var overview = await office.Get<CheckQueries>().OverviewAsync(office.Bureau, Key.Quarter, CancellationToken.None);
        return overview.Facts.Checks.All.ToDictionary(rule => rule.Code, rule => overview.HitsOf(rule).Raised);
    }

    private static async Task<RefusalException> RefusalAsync(Func<Task> act) => await Assert.ThrowsAsync<RefusalException>(act);
}
