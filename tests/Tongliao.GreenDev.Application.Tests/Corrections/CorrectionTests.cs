using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Releases;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Corrections;

/// <summary>更正 and the releases (发布版本) that it makes.</summary>
public sealed class CorrectionTests(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>城镇污水处理率, of the bureau's: ≥95 % in 2025.</summary>
    private const int Treated = 10;

    /// <summary>A sum, which has no light without a target of the county's own.</summary>
    private const int Built = 20;

    private static readonly Quarter Period = NaimanOffice.Report.Quarter;

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private NaimanOffice office = null!;
    private Caller colleague = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        office = new NaimanOffice(services);
        await office.StaffAsync();
        colleague = await TestPeople.AddAsync(services, UserRole.Bureau);
        await SaveAsync(97);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, indicators: Treated);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve, indicators: Treated);
        await office.ApplyAsync(office.Bureau, ReviewStep.Approve, indicators: Treated);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Decide_Approved_PutsTheNewStatementInPlaceAndBothIntoTheHistory()
    {
        var id = await RequestAsync(office.Clerk, 98);
        Assert.Equal(97, (await office.EntryAsync(Treated)).Statement.Inputs.Numerator);

        await DecideAsync(office.Bureau, id, isApproved: true);

        var entry = await office.EntryAsync(Treated);
        Assert.Equal((ValueStatus.Accepted, 98m, 5), (entry.Status, entry.Statement.Inputs.Numerator, entry.Version));
        var history = await office.Get<ReportQueries>().HistoryAsync(office.Clerk, NaimanOffice.Report.Of(Treated), CancellationToken.None);
        Assert.Equal((RevisionKind.Correct, 98m, "台账有遗漏，补记一座。"), (history[0].Kind, history[0].Statement.Inputs.Numerator, history[0].Reason));
        Assert.Equal((RevisionKind.Approve, 97m), (history[1].Kind, history[1].Statement.Inputs.Numerator));
    }

    [Fact]
    public async Task Decide_Rejected_ChangesNothingButStandsInTheList()
    {
        var id = await RequestAsync(office.CountyReviewer, 98);

        await DecideAsync(office.Bureau, id, isApproved: false);

        Assert.Equal((97m, 4), ((await office.EntryAsync(Treated)).Statement.Inputs.Numerator, (await office.EntryAsync(Treated)).Version));
        var line = Assert.Single((await office.Get<CorrectionQueries>().ListAsync(office.Clerk, Period, CancellationToken.None)).Lines);
        Assert.Equal(("已驳回", 97m, 98m), (line.Word, line.Before.Inputs.Numerator, line.Correction.Statement.Inputs.Numerator));
    }

    [Fact]
    public async Task Decide_ByWhoeverAsked_OrNotTheBureau_OrTwice_IsRefused()
    {
        var id = await RequestAsync(office.Bureau, 98);
        Assert.Equal(RefusalKind.Forbidden, (await RefusalAsync(() => DecideAsync(office.Bureau, id, isApproved: true))).Kind);
        Assert.Equal(RefusalKind.Forbidden, (await RefusalAsync(() => DecideAsync(office.CountyReviewer, id, isApproved: true))).Kind);

        await DecideAsync(colleague, id, isApproved: true);

        Assert.Equal(RefusalCodes.WrongState, (await RefusalAsync(() => DecideAsync(colleague, id, isApproved: false))).Code);
    }

    [Fact]
    public async Task Request_WrongUnchangedUnexplainedSecondOrStale_IsRefused()
    {
        Assert.Equal(RefusalCodes.InvalidValue, (await RefusalAsync(() => RequestAsync(office.Clerk, 101))).Code);
        Assert.Equal(RefusalCodes.InvalidValue, (await RefusalAsync(() => RequestAsync(office.Clerk, 97))).Code);
        var queried = await RefusalAsync(() => RequestAsync(office.Clerk, 30));
        Assert.Contains(queried.Errors, fault => fault.Field == "explanation");
        Assert.Equal(RefusalCodes.StaleVersion, (await RefusalAsync(() => RequestAsync(office.Clerk, 98, version: 3))).Code);
        Assert.Equal(RefusalCodes.ReasonRequired, (await RefusalAsync(() => RequestAsync(office.Clerk, 98, reason: " "))).Code);

        await RequestAsync(office.Clerk, 98);

        Assert.Equal(RefusalCodes.WrongState, (await RefusalAsync(() => RequestAsync(office.CountyReviewer, 99))).Code);
    }

    [Fact]
    public async Task Request_OfADraftOrAnothersCounty_IsRefused()
    {
        var stranger = await TestPeople.AddAsync(services, UserRole.Clerk, "150523");
        Assert.Equal(RefusalKind.NotFound, (await RefusalAsync(() => RequestAsync(stranger, 98))).Kind);
        await office.ApplyAsync(office.Bureau, ReviewStep.Reopen, "台账有遗漏，请更正。", Treated);

        Assert.Equal(RefusalCodes.WrongStatus, (await RefusalAsync(() => RequestAsync(office.Clerk, 98, version: 5))).Code);
    }

    [Fact]
    public async Task Case_BeforeTheDecision_ListsEveryLightThatItChanges()
    {
        var id = await RequestAsync(office.Clerk, 80, explanation: "由污水处理厂负责，年底前完成改造。");

        var changes = (await office.Get<CorrectionQueries>().CaseAsync(office.Bureau, id, CancellationToken.None)).Changes;

        var own = changes.Single(change => change.Unit.Code == NaimanOffice.Naiman);
        Assert.Equal((Period, RagStatus.Green, RagStatus.Red), (own.Quarter, own.Before.State, own.After.State));

        // And that is what becomes of it.
        await DecideAsync(office.Bureau, id, isApproved: true);
        Assert.Equal(RagStatus.Red, await StateAsync());
    }

    [Fact]
    public async Task Decide_LockedQuarter_MakesASecondReleaseAndLeavesTheFirstAsItWas()
    {
        await LockAsync();
        var id = await RequestAsync(office.Clerk, 80, explanation: "由污水处理厂负责，年底前完成改造。");
        Assert.Equal(RagStatus.Green, await StateAsync());

        await DecideAsync(office.Bureau, id, isApproved: true);

        Assert.Equal(RagStatus.Red, await StateAsync());
        Assert.Equal((RagStatus.Green, RagStatus.Red), (await StateAsync(1), await StateAsync(2)));
        var releases = await office.Get<ReleaseQueries>().ListAsync(office.Bureau, CancellationToken.None);
        Assert.Equal([(2, false), (1, true)], releases.Select(line => (line.Release.Number, line.IsSuperseded)));
        var cell = Assert.Single(releases[0].Changes, cell => cell.Unit.Code == NaimanOffice.Naiman);
        Assert.Equal((Treated, RagStatus.Green, RagStatus.Red), (cell.Indicator.Number, cell.Before.State, cell.After.State));
        Assert.Empty(releases[1].Changes);

        var (first, second, current) = (await WorkbookAsync(1), await WorkbookAsync(2), await WorkbookAsync(null));
        Assert.Contains("第1版（已有更正，见第2版）", first, StringComparison.Ordinal);
        Assert.DoesNotContain("由污水处理厂负责", first, StringComparison.Ordinal);
        Assert.Contains("2025年三季度 第2版", second, StringComparison.Ordinal);
        Assert.DoesNotContain("已有更正", second, StringComparison.Ordinal);
        Assert.Contains("由污水处理厂负责", second, StringComparison.Ordinal);
        Assert.Contains("2025年三季度 第2版", current, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_IssuedRed_TurnedGreen_IsALateRepairInWhatIsReadSince()
    {
        await LockAsync();
        await DecideAsync(office.Bureau, await RequestAsync(office.Clerk, 80, explanation: "由污水处理厂负责，年底前完成改造。"), isApproved: true);
        Assert.Null(await RepairAsync());
        await DecideAsync(office.Bureau, await RequestAsync(office.Clerk, 98, version: 5, explanation: "台账补齐，已核对。"), isApproved: true);

        Assert.Equal((2, 3), await RepairAsync());
        var (quarter, cell) = (Period, (Treated, NaimanOffice.Naiman));
        var matrix = await office.Get<RatingQueries>().MatrixAsync(office.Bureau, quarter, FigureBasis.Submitted, CancellationToken.None);
        Assert.Contains(cell, matrix.Repairs.Keys);
        Assert.DoesNotContain(matrix.Repairs.Keys, key => key.Indicator != Treated);
        Assert.Empty((await office.Get<ReleaseQueries>().CaseAsync(office.Bureau, quarter, 2, CancellationToken.None)).Matrix.Repairs);

        async Task<(int Missed, int Repaired)?> RepairAsync() =>
            await office.Get<RatingQueries>().RepairAsync(office.Bureau, new ValueKey(NaimanOffice.Naiman, Period, Treated), CancellationToken.None) is { } repair
                ? (repair.Missed.Number, repair.Repaired.Number)
                : null;
    }

    /// <summary>All words of the annex workbook, of a release or as it is asked for without one.</summary>
    private async Task<string> WorkbookAsync(int? release)
    {
        var (exports, quarter) = (office.Get<AnnexExportService>(), Quarter.Parse("2025Q3"));
        var book = release is { } number
            ? await exports.ExportReleaseAsync(office.Bureau, quarter, number, withSources: false, CancellationToken.None)
            : await exports.ExportAsync(office.Bureau, quarter, FigureBasis.Submitted, CancellationToken.None);
        Assert.Equal(release is not null, book.FileName.EndsWith($"_第{release}版.xlsx", StringComparison.Ordinal));
        using var archive = new ZipArchive(new MemoryStream(book.Content));
        using var reader = new StreamReader(archive.GetEntry("xl/sharedStrings.xml")!.Open());
        return await reader.ReadToEndAsync();
    }

    [Fact]
    public async Task Release_WhatIsRecordedAfterTheLockBesides_IsInNone()
    {
        await LockAsync();
        await office.Get<TargetService>().SetTargetAsync(
            office.Bureau, new SetUnitTarget(NaimanOffice.Naiman, Built, 2025, 6m, "通政办发〔2025〕9号", new DateOnly(2025, 1, 1)), CancellationToken.None);
        await DecideAsync(office.Bureau, await RequestAsync(office.Clerk, 98), isApproved: true);
        await DecideAsync(office.Bureau, await RequestAsync(office.Clerk, 80, version: 5, explanation: "由污水处理厂负责，年底前完成改造。"), isApproved: true);

        Assert.Equal((RagStatus.Green, RagStatus.Green, RagStatus.Red), (await StateAsync(1), await StateAsync(2), await StateAsync(3)));
        Assert.Equal(await StateAsync(1, Built), await StateAsync(3, Built));
        Assert.Equal("2025年三季度没有第4版，现有第1版至第3版。", (await RefusalAsync(() => StateAsync(4))).Message);
    }

    [Fact]
    public async Task Decide_QuarterThatALaterLockedOneIsComparedWith_MakesAReleaseOfThatToo()
    {
        await LockAsync();
        await OpenNextAsync();

        var id = await RequestAsync(office.Clerk, 80, explanation: "由污水处理厂负责，年底前完成改造。");
        var changes = (await office.Get<CorrectionQueries>().CaseAsync(office.Bureau, id, CancellationToken.None)).Changes;
        await DecideAsync(office.Bureau, id, isApproved: true);

        // The next quarter's light rests on its own figures: the rate of a stock is not carried over.
        Assert.All(changes, change => Assert.Equal(Period, change.Quarter));
        var releases = await office.Get<ReleaseQueries>().ListAsync(office.Bureau, CancellationToken.None);
        Assert.Equal([(Period, 2), (Period, 1)], releases.Select(line => (line.Release.Quarter, line.Release.Number)));
    }

    [Fact]
    public async Task Decide_NumberThatAnotherValueShares_CorrectsThatToo()
    {
        // 人口 stands below the line of #5 and of #7.
        foreach (var number in new[] { 5, 7 })
        {
            var entry = await office.EntryAsync(number);
            await office.Get<DraftService>().SaveAsync(
                office.Clerk,
                new SaveValue(NaimanOffice.Report.Of(number), new Statement { Inputs = NaimanOffice.Ordinary(entry.Indicator) }, entry.Version, Guid.CreateVersion7()),
                CancellationToken.None);
            await office.ApplyAsync(office.Clerk, ReviewStep.Submit, indicators: number);
        }

        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve, indicators: [5, 7]);
        await office.ApplyAsync(office.Bureau, ReviewStep.Approve, indicators: 5);

        // While one is under review neither can change.
        Assert.Equal(RefusalCodes.UnderReview, (await RefusalAsync(RequestPeopleAsync)).Code);
        await office.ApplyAsync(office.Bureau, ReviewStep.Approve, indicators: 7);

        var id = await RequestPeopleAsync();
        var changes = (await office.Get<CorrectionQueries>().CaseAsync(office.Bureau, id, CancellationToken.None)).Changes;
        await DecideAsync(office.Bureau, id, isApproved: true);

        Assert.Equal([5, 7], changes.Select(change => change.Before.Indicator.Number).Distinct().Order());
        var other = await office.EntryAsync(7);
        Assert.Equal((ValueStatus.Accepted, 104m, RevisionKind.Correct), (other.Status, other.Statement.Inputs.Denominator, other.Trail.Last!.Kind));
    }

    private async Task<long> RequestPeopleAsync()
    {
        var entry = await office.EntryAsync(5);
        return await office.Get<CorrectionService>().RequestAsync(
            office.Clerk,
            new RequestCorrection(
                NaimanOffice.Report.Of(5), entry.Statement.Inputs.With(InputKey.Denominator, 104), "人口统计口径有误。", "已与统计年报核对。", entry.Version),
            CancellationToken.None);
    }

    private async Task OpenNextAsync()
    {
        time.Advance(TimeSpan.FromDays(90));
        await office.Get<PeriodService>().OpenAsync(office.Bureau, Period.Next, new DateOnly(2026, 1, 25), CancellationToken.None);
    }

    private async Task LockAsync()
    {
        await office.Get<PeriodService>().CloseAsync(office.Bureau, Period, CancellationToken.None);
        await office.Get<PeriodService>().LockAsync(office.Bureau, Period, CancellationToken.None);
        time.Advance(TimeSpan.FromDays(1));
    }

    private Task<SavedValue> SaveAsync(decimal numerator) => office.Get<DraftService>().SaveAsync(
        office.Clerk,
        new SaveValue(NaimanOffice.Report.Of(Treated), new Statement { Inputs = new ReportedInputs { Numerator = numerator, Denominator = 100 } }, 0, Guid.CreateVersion7()),
        CancellationToken.None);

    private Task<long> RequestAsync(Caller caller, decimal numerator, int version = 4, string reason = "台账有遗漏，补记一座。", string? explanation = null) =>
        office.Get<CorrectionService>().RequestAsync(
            caller,
            new RequestCorrection(
                NaimanOffice.Report.Of(Treated), new ReportedInputs { Numerator = numerator, Denominator = 100 }, reason, explanation, version),
            CancellationToken.None);

    private async Task DecideAsync(Caller caller, long id, bool isApproved)
    {
        time.Advance(TimeSpan.FromMinutes(1));
        await office.Get<CorrectionService>().DecideAsync(caller, new DecideCorrection(id, isApproved, "已与台账核对。"), CancellationToken.None);
    }

    private async Task<RagStatus> StateAsync(int? release = null, int indicator = Treated)
    {
        var matrix = release is { } number
            ? (await office.Get<ReleaseQueries>().CaseAsync(office.Bureau, Period, number, CancellationToken.None)).Matrix
            : await office.Get<RatingQueries>().MatrixAsync(office.Bureau, Period, FigureBasis.Submitted, CancellationToken.None);
        return matrix.Ratings[(indicator, NaimanOffice.Naiman)].State;
    }

    private static async Task<RefusalException> RefusalAsync(Func<Task> act) => await Assert.ThrowsAsync<RefusalException>(act);
}
