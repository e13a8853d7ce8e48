using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Review;

/// <summary>撤回, 代审, 答复 and 县级审核 switched off, one by one and against a model of the whole.</summary>
public sealed class WorkflowTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int OfTheBureau = 10;

    /// <summary>The first of <see cref="PeopleAsync"/>, who have something to do with the report.</summary>
    private const int Concerned = 5;

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private string connection = "";
    private ServiceProvider services = null!;
    private NaimanOffice office = null!;
    private Caller environment = null!;

    public async ValueTask InitializeAsync()
    {
        connection = await postgres.CreateDatabaseAsync();
        services = PostgresFixture.ServicesFor(connection, time);
        office = new NaimanOffice(services);
        await office.StaffAsync();
        environment = await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shengtai");
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task AnySequence_OfEveryRolesActs_DoesWhatTheModelSays(int seed)
    {
        var random = new Random(seed);
        var people = await PeopleAsync();
        var models = new Dictionary<int, WorkflowModel> { [NaimanOffice.Led] = new(isLedByDepartment: true), [OfTheBureau] = new(isLedByDepartment: false) };
        var steps = Enum.GetValues<ReviewStep>();
        var (taken, refused) = (0, 0);
        for (var i = 0; i < 150; i++)
        {
            // Mostly those whom it concerns, so that a sequence goes far.
            var (who, role) = people[random.Next(random.Next(4) > 0 ? Concerned : people.Count)];
            var (number, model) = models.ElementAt(random.Next(models.Count));
            var does = random.Next(10);
            time.Advance(TimeSpan.FromMinutes(1));
            var before = model.Status;
            bool expected;
            Exception? refusal;
            if (does == 0)
            {
                await SwitchCountyReviewAsync(models.Values);
                continue;
            }

            if (does == 1 && role != UserRole.Auditor)
            {
                await OpenAsync(who);
                model.Open(role);
                models.Values.First(other => other != model).Open(role);
                continue;
            }

            if (does <= 3)
            {
                var typed = random.Next(2);
                expected = model.Save(who, role, typed);
                refusal = await Record.ExceptionAsync(() => SaveOrdinaryAsync(who, number, less: typed));
            }
            else
            {
                var step = steps[random.Next(steps.Length)];
                if (random.Next(3) > 0)
                {
                    (step, role) = Likely(before, number, random);
                    who = people.First(person => person.Role == role).Who;
                }

                var reason = random.Next(3) > 0 ? "请核对数据来源。" : "";
                expected = model.Take(who, role, step, reason.Length > 0);
                refusal = await Record.ExceptionAsync(() => office.ApplyAsync(who, step, reason, number));
            }

            if (refusal is not null and not RefusalException)
            {
                throw refusal;
            }

            Assert.True(expected == refusal is null, $"{i}: {role}, {number}, {before} → {model.Status}: {refusal?.Message ?? "done"}");
            Assert.Equal(model.Status, (await office.EntryAsync(number)).Status);
            (taken, refused) = expected ? (taken + 1, refused) : (taken, refused + 1);
        }

        Assert.InRange(taken, 25, 150);
        Assert.InRange(refused, 20, 150);
    }

    [Fact]
    public async Task Withdraw_NobodyHasOpenedIt_IsADraftAgainAndCountsNowhere()
    {
        await DirectAsync();
        await SubmitAsync(OfTheBureau);
        Assert.True(await CountsAsync());

        await office.ApplyAsync(office.Clerk, ReviewStep.Withdraw, indicators: OfTheBureau);

        Assert.Equal(ValueStatus.Draft, (await office.EntryAsync(OfTheBureau)).Status);
        Assert.False(await CountsAsync());
        var last = (await office.Get<ReportQueries>().HistoryAsync(office.Clerk, NaimanOffice.Report.Of(OfTheBureau), CancellationToken.None))[0];
        Assert.Equal((RevisionKind.Withdraw, ValueStatus.Draft), (last.Kind, last.Status));
    }

    [Fact]
    public async Task Withdraw_AReviewerHasThePageOpen_IsRefusedNamingWhoAndWhen()
    {
        await SubmitAsync(NaimanOffice.Led);
        await OpenAsync(office.CountyReviewer);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => office.ApplyAsync(office.Clerk, ReviewStep.Withdraw));

        Assert.Equal(RefusalCodes.AlreadyOpened, refusal.Code);
        Assert.Equal("第2项已由张三（奈曼旗 县级审核员）于2025-10-09 10:00打开审核，不能撤回；需要修改时请联系审核人退回。", refusal.Message);
    }

    [Fact]
    public async Task Withdraw_OpenedByWhomItDoesNotWaitFor_IsDone()
    {
        await SubmitAsync(NaimanOffice.Led);
        foreach (var reader in new[] { office.Clerk, office.Bureau, environment })
        {
            await OpenAsync(reader);
        }

        await office.ApplyAsync(office.Clerk, ReviewStep.Withdraw);

        Assert.Equal(ValueStatus.Draft, (await office.EntryAsync()).Status);
    }

    [Fact]
    public async Task Withdraw_All_LeavesWhatWasOpened()
    {
        await SubmitAsync(NaimanOffice.Led);
        await OpenAsync(office.CountyReviewer);
        await SubmitAsync(OfTheBureau);

        await office.Get<ReviewService>().ApplyAsync(
            office.Clerk, new ApplyStep(NaimanOffice.Report, ReviewStep.Withdraw, IndicatorNumbers: null, Reason: null, Versions: null, Guid.CreateVersion7()), CancellationToken.None);

        Assert.Equal(ValueStatus.CountyReview, (await office.EntryAsync()).Status);
        Assert.Equal(ValueStatus.Draft, (await office.EntryAsync(OfTheBureau)).Status);
    }

    [Fact]
    public async Task Open_Again_WritesNothing()
    {
        await SubmitAsync(NaimanOffice.Led);
        using var counter = new StatementCounter(connection);
        var read = await counter.DuringAsync(() => ReadAsync(office.Clerk));

        Assert.Equal(1, await counter.DuringAsync(() => OpenAsync(office.CountyReviewer)) - read);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await counter.DuringAsync(() => OpenAsync(office.CountyReviewer)) - read);

        var opening = (await office.EntryAsync()).Trail.Opening;
        Assert.Equal(("张三（奈曼旗 县级审核员）", new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)), (opening!.ByName, opening.At));
    }

    [Fact]
    public async Task Approve_BureauForADepartment_NeedsAReasonThatStandsInHistoryAndOnTheRow()
    {
        await SubmitAsync(NaimanOffice.Led);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => office.ApplyAsync(office.Bureau, ReviewStep.Approve, ""));
        Assert.Equal(RefusalCodes.ReasonRequired, refusal.Code);

        await office.ApplyAsync(office.Bureau, ReviewStep.Approve, "牵头部门来函委托。");

        var last = (await office.EntryAsync()).Trail.Last!;
        Assert.Equal((RevisionKind.Approve, "市生态环境局", "牵头部门来函委托。"), (last.Kind, last.ActedFor, last.Reason));
    }

    [Fact]
    public async Task Approve_DepartmentOrBureauForItsOwn_NeedsNoReason()
    {
        await SubmitAsync(NaimanOffice.Led);
        await SubmitAsync(OfTheBureau);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve, indicators: [NaimanOffice.Led, OfTheBureau]);

        await office.ApplyAsync(environment, ReviewStep.Approve);
        await office.ApplyAsync(office.Bureau, ReviewStep.Approve, "", OfTheBureau);

        Assert.Null((await office.EntryAsync()).Trail.Last!.ActedFor);
        Assert.Null((await office.EntryAsync(OfTheBureau)).Trail.Last!.ActedFor);
    }

    [Fact]
    public async Task Submit_UnchangedAfterAReturn_NeedsAnAnswerThatTheReviewerReads()
    {
        await SubmitAsync(NaimanOffice.Led);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, "分母与台账不一致。");

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => office.ApplyAsync(office.Clerk, ReviewStep.Submit));
        Assert.Equal(RefusalCodes.AnswerRequired, refusal.Code);

        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, "已与台账核对，数据属实。");

        var entry = await office.EntryAsync();
        Assert.Equal((ValueStatus.CountyReview, "分母与台账不一致。", "已与台账核对，数据属实。"), (entry.Status, entry.ReturnReason, entry.Trail.Answer));
        Assert.Equal(entry.Statement, entry.Trail.Returned!.Statement);
    }

    [Fact]
    public async Task Submit_ChangedAfterAReturn_NeedsNoAnswerAndShowsWhatItSaidBefore()
    {
        await SubmitAsync(NaimanOffice.Led);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, "分母与台账不一致。");
        await office.SaveAsync(office.Clerk, numerator: 61);

        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);

        var trail = (await office.EntryAsync()).Trail;
        Assert.Equal((60m, null), (trail.Returned!.Statement.Inputs.Numerator, trail.Answer));
    }

    [Fact]
    public async Task SetCountyReview_WithoutADocumentOrTwice_IsRefused()
    {
        var service = office.Get<CountyReviewService>();
        Assert.Equal(RefusalCodes.DocumentRequired, (await Assert.ThrowsAsync<RefusalException>(
            () => service.SetAsync(office.Bureau, new SetCountyReview(NaimanOffice.Naiman, IsReviewed: false, " "), CancellationToken.None))).Code);
        Assert.Equal(RefusalKind.Forbidden, (await Assert.ThrowsAsync<RefusalException>(
            () => service.SetAsync(office.CountyReviewer, new SetCountyReview(NaimanOffice.Naiman, IsReviewed: false, "通住建〔2025〕8号"), CancellationToken.None))).Kind);

        await DirectAsync();

        Assert.Equal(RefusalCodes.WrongState, (await Assert.ThrowsAsync<RefusalException>(DirectAsync)).Code);
        var line = (await office.Get<CountyReviewQueries>().LinesAsync(office.Bureau, CancellationToken.None)).Single(line => line.Unit.Code == NaimanOffice.Naiman);
        Assert.Equal((false, "通住建〔2025〕8号", 1), (line.IsReviewed, line.Order!.Document, line.Version));
    }

    private Task DirectAsync() => office.Get<CountyReviewService>().SetAsync(
        office.Bureau, new SetCountyReview(NaimanOffice.Naiman, IsReviewed: false, "通住建〔2025〕8号"), CancellationToken.None);

    private async Task SwitchCountyReviewAsync(IEnumerable<WorkflowModel> models)
    {
        var on = !models.First().HasCountyReview;
        await office.Get<CountyReviewService>().SetAsync(
            office.Bureau, new SetCountyReview(NaimanOffice.Naiman, on, "通住建〔2025〕8号"), CancellationToken.None);
        foreach (var model in models)
        {
            model.HasCountyReview = on;
        }
    }

    private async Task SaveOrdinaryAsync(Caller who, int number, decimal less)
    {
        var entry = await office.EntryAsync(number);
        var inputs = new ReportedInputs { Numerator = entry.Indicator.SoftRange.Upper - less, Denominator = 100 };
        await office.Get<DraftService>().SaveAsync(
            who, new SaveValue(NaimanOffice.Report.Of(number), new Statement { Inputs = inputs }, entry.Version, Guid.CreateVersion7()), CancellationToken.None);
    }

    private async Task SubmitAsync(int indicator)
    {
        await office.SaveAsync(office.Clerk, indicator: indicator);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, indicators: indicator);
    }

    private async Task<UnitReport> ReadAsync(Caller reader) =>
        await office.Get<ReportQueries>().ReportAsync(reader, NaimanOffice.Report, CancellationToken.None);

    private async Task OpenAsync(Caller reader) => await office.Get<ReviewOpenings>().RecordAsync(await ReadAsync(reader), CancellationToken.None);

    private async Task<bool> CountsAsync()
    {
        var matrix = await office.Get<RatingQueries>().MatrixAsync(office.Bureau, NaimanOffice.Report.Quarter, FigureBasis.Submitted, CancellationToken.None);
        return matrix.Ratings[(OfTheBureau, NaimanOffice.Naiman)].Value is not null;
    }

    private async Task<List<(Caller Who, UserRole Role)>> PeopleAsync() =>
    [
        (office.Clerk, UserRole.Clerk),
        (office.Clerk, UserRole.Clerk),
        (office.CountyReviewer, UserRole.CountyReviewer),
        (office.Bureau, UserRole.Bureau),
        (environment, UserRole.DepartmentReviewer),
        (await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shuiwu"), UserRole.Leader),
        (await TestPeople.AddAsync(services, UserRole.Leader), UserRole.Leader),
        (await TestPeople.AddAsync(services, UserRole.Admin), UserRole.Admin),
        (await TestPeople.AddAsync(services, UserRole.Auditor), UserRole.Auditor),
    ];

    /// <summary>What is due, and who would do it.</summary>
    private static (ReviewStep Step, UserRole Role) Likely(ValueStatus status, int number, Random random) => (status, random.Next(4)) switch
    {
        (ValueStatus.Accepted, _) => (ReviewStep.Reopen, UserRole.Bureau),
        (ValueStatus.CountyReview or ValueStatus.CityReview, 0) => (ReviewStep.Withdraw, UserRole.Clerk),
        (ValueStatus.CountyReview, 1) => (ReviewStep.Return, UserRole.CountyReviewer),
        (ValueStatus.CountyReview, _) => (ReviewStep.Approve, UserRole.CountyReviewer),
        (ValueStatus.CityReview, 1) when number == NaimanOffice.Led => (ReviewStep.Return, UserRole.DepartmentReviewer),
        (ValueStatus.CityReview, 2) when number == NaimanOffice.Led => (ReviewStep.Approve, UserRole.DepartmentReviewer),
        (ValueStatus.CityReview, _) => (ReviewStep.Approve, UserRole.Bureau),
        _ => (ReviewStep.Submit, UserRole.Clerk),
    };
}
