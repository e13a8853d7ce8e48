using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Submissions;

/// <summary>A 说明 answers one finding on one value and falls with it.</summary>
public sealed class ExplanationTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";
    private const string Before = "2025Q2";
    private const string Period = "2025Q3";
    private const int Villages = 2;

    private ServiceProvider services = null!;
    private Caller clerk = null!;
    private Caller countyReviewer = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(
            await postgres.CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);
        countyReviewer = await TestPeople.AddAsync(services, UserRole.CountyReviewer, Naiman);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        foreach (var period in new[] { Before, Period })
        {
            await services.GetRequiredService<PeriodService>().OpenAsync(bureau, Quarter.Parse(period), new DateOnly(2025, 10, 15), CancellationToken.None);
        }

        await SaveAsync(Before, 200, 241, 0, []);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Save_OtherNumber_ExplanationFallsAndFindingBlocksAgain()
    {
        await SaveAsync(Period, 200, 483, 0, []);
        var asked = Assert.Single((await EntryAsync()).Findings);
        Assert.Equal(("leap", "inputs.denominator", true), (asked.Code, asked.Field, asked.BlocksSubmission));

        await SaveAsync(Period, 200, 483, 1, [new(asked.Key!, "并入两个苏木，嘎查村数增加。")]);
        var explained = await EntryAsync();
        Assert.False(Assert.Single(explained.Findings).BlocksSubmission);
        Assert.Equal("并入两个苏木，嘎查村数增加。", explained.Findings[0].Explanation);
        await StepAsync(clerk, ReviewStep.Submit);
        await StepAsync(countyReviewer, ReviewStep.Return, "请核对嘎查村数");
        Assert.Single((await EntryAsync()).Statement.Explanations);

        await SaveAsync(Period, 200, 500, 4, explained.Statement.Explanations);

        var again = await EntryAsync();
        Assert.Empty(again.Statement.Explanations);
        Assert.True(Assert.Single(again.Findings).BlocksSubmission);
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => StepAsync(clerk, ReviewStep.Submit));
        Assert.Equal("not_submittable", refusal.Code);
        Assert.Equal(
            [0, 1, 1, 1, 0], (await HistoryAsync()).Select(revision => revision.Statement.Explanations.Count));
    }

    [Fact]
    public async Task Submit_NumberItWasComparedWithChanged_IsAskedAgain()
    {
        await SaveAsync(Period, 200, 500, 0, []);
        await SaveAsync(Period, 200, 500, 1, [new((await EntryAsync()).Findings[0].Key!, "并入两个苏木。")]);
        await SaveAsync(Before, 200, 242, 1, []);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => StepAsync(clerk, ReviewStep.Submit));

        Assert.Equal("indicators[2].inputs.denominator", Assert.Single(refusal.Errors).Field);
        Assert.Contains("242", refusal.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_NoteOnScreen_AnswersNothing()
    {
        await SaveAsync(Period, 200, 500, 0, [], note: "并入两个苏木。");

        Assert.True(Assert.Single((await EntryAsync()).Findings).BlocksSubmission);
    }

    [Fact]
    public async Task Save_ProgramWithoutExplanations_NewNoteAnswersWhatTheSaveRaisesAndOldNoteNothing()
    {
        await SaveAsync(Period, 200, 500, 0, explanations: null, note: " 并入两个苏木。 ");
        Assert.Equal("并入两个苏木。", Assert.Single((await EntryAsync()).Findings).Explanation);

        // The same note once more: what stands is kept, as long as the finding is the same.
        await SaveAsync(Period, 200, 500, 1, explanations: null, note: "并入两个苏木。");
        Assert.Single((await EntryAsync()).Statement.Explanations);
        await SaveAsync(Period, 200, 501, 2, explanations: null, note: "并入两个苏木。");
        Assert.True(Assert.Single((await EntryAsync()).Findings).BlocksSubmission);

        await SaveAsync(Period, 200, 501, 3, explanations: null, note: "并入三个苏木。");
        Assert.False(Assert.Single((await EntryAsync()).Findings).BlocksSubmission);
    }

    [Fact]
    public async Task Save_ExplanationsOfNothing_AreNotStored()
    {
        await SaveAsync(Period, 200, 245, 0, [new("leap:denominator:500/241", "提前说明"), new("", "无")], note: null);
        await SaveAsync(Period, 200, 500, 1, []);
        await SaveAsync(Period, 200, 500, 2, [new((await EntryAsync()).Findings[0].Key!, "\u200b ")]);

        Assert.All(await HistoryAsync(), revision => Assert.Empty(revision.Statement.Explanations));
        Assert.True((await EntryAsync()).Findings[0].BlocksSubmission);
    }

    [Fact]
    public async Task Save_ExplanationTooLong_IsRefusedAtIt()
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(
            () => SaveAsync(Period, 200, 500, 0, [new("leap:denominator:500/241", new string('长', 1001))]));

        Assert.Equal("explanations[0].text", Assert.Single(refusal.Errors).Field);
    }

    [Fact]
    public async Task Unexplained_CountsValuesWhereverTheyStand()
    {
        await SaveAsync(Period, 200, 400, 0, []);
        await StepAsync(clerk, ReviewStep.Submit);
        Assert.Equal(0, await UnexplainedAsync());

        // Asked since it was submitted.
        await services.GetRequiredService<CheckService>().SetAsync(
            bureau, new SetCheckRule(13, [new CheckSetting("factor", 1.5m)], "嘎查村数一般不变"), CancellationToken.None);
        Assert.Equal(1, await UnexplainedAsync());
        Assert.Equal(0, await services.GetRequiredService<CheckQueries>().UnexplainedAsync(bureau, Quarter.Parse(Before), CancellationToken.None));
    }

    [Fact]
    public async Task Report_WholeQuarterCarriedOver_IsAskedOnce_AndExplainedOnce()
    {
        var plan = (await services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None)).Plan;
        foreach (var indicator in plan.Indicators)
        {
            var inputs = indicator.Inputs.Aggregate(
                ReportedInputs.None, (all, field) => all.With(field.Key, field.Key is InputKey.Denominator or InputKey.Supplied ? 4 : 2));
            await SaveAsync(Before, indicator.Number, inputs, indicator.Number == Villages ? 1 : 0, [], null);
            await SaveAsync(Period, indicator.Number, inputs, 0, [], null);
        }

        var report = await services.GetRequiredService<ReportQueries>().ReportAsync(clerk, new ReportKey(Naiman, Quarter.Parse(Period)), CancellationToken.None);

        Assert.True(report.RepeatsLastQuarter);
        var flowing = plan.Indicators.Where(indicator => indicator.IsYearToDate).Select(indicator => indicator.Number).ToList();
        Assert.Empty(Asked(report, "unchanged"));
        Assert.Equal([flowing[0]], Asked(report, "whole_unchanged"));
        var (first, last) = (report.Entries[flowing[0] - 1], report.Entries[flowing[^1] - 1]);
        var inPart = await Assert.ThrowsAsync<RefusalException>(() => SubmitAsync(last.Indicator.Number));
        Assert.Contains(inPart.Errors, error => error.Message.Contains("请先在本项填写一次说明", StringComparison.Ordinal));

        var key = first.Findings.Single(finding => finding.Code == "whole_unchanged").Key!;
        var others = first.Findings.Where(finding => finding.Key is not null && finding.Key != key).Select(finding => new Explanation(finding.Key!, "属实"));
        await SaveAsync(Period, first.Indicator.Number, first.Statement.Inputs, first.Version, [new(key, "冬季停工，逐项核对台账无变化。"), .. others], null);
        report = await ReportAsync();
        Assert.Empty(Asked(report, "whole_unchanged"));
        Assert.Equal("冬季停工，逐项核对台账无变化。", report.Entries[first.Indicator.Number - 1].Findings.Single(finding => finding.Key == key).Explanation);
        var afterwards = await Record.ExceptionAsync(() => SubmitAsync(last.Indicator.Number));
        Assert.DoesNotContain("完全相同", afterwards?.Message ?? "", StringComparison.Ordinal);

        await SaveAsync(Period, 5, new ReportedInputs { Numerator = 2, Denominator = 4.01m }, report.Entries[4].Version, [], null);
        report = await ReportAsync();
        Assert.False(report.RepeatsLastQuarter);
        Assert.Empty(Asked(report, "whole_unchanged"));
        Assert.Equal(flowing, Asked(report, "unchanged"));
    }

    private Task<int> UnexplainedAsync() => services.GetRequiredService<CheckQueries>().UnexplainedAsync(bureau, Quarter.Parse(Period), CancellationToken.None);

    private static IEnumerable<int> Asked(UnitReport report, string code) => report.Entries
        .Where(entry => entry.Findings.Any(finding => finding.Code == code && finding.BlocksSubmission)).Select(entry => entry.Indicator.Number);

    private Task<UnitReport> ReportAsync() =>
        services.GetRequiredService<ReportQueries>().ReportAsync(clerk, new ReportKey(Naiman, Quarter.Parse(Period)), CancellationToken.None);

    private Task<IReadOnlyList<StepResult>> SubmitAsync(int indicator) => services.GetRequiredService<ReviewService>().ApplyAsync(
        clerk, new ApplyStep(new ReportKey(Naiman, Quarter.Parse(Period)), ReviewStep.Submit, [indicator], null, null, Guid.CreateVersion7()), CancellationToken.None);

    private Task<SavedValue> SaveAsync(
        string period, int numerator, int denominator, int version, IReadOnlyList<Explanation>? explanations, string? note = null) =>
        SaveAsync(period, Villages, new ReportedInputs { Numerator = numerator, Denominator = denominator }, version, explanations, note);

    private Task<SavedValue> SaveAsync(
        string period, int indicator, ReportedInputs inputs, int version, IReadOnlyList<Explanation>? explanations, string? note) =>
        services.GetRequiredService<DraftService>().SaveAsync(
            clerk,
            new SaveValue(new ValueKey(Naiman, Quarter.Parse(period), indicator), new Statement { Inputs = inputs, Note = note, Explanations = explanations ?? [] }, version, Guid.CreateVersion7()) { NoteAnswers = explanations is null },
            CancellationToken.None);

    private Task<IReadOnlyList<StepResult>> StepAsync(Caller caller, ReviewStep action, string? reason = null) =>
        services.GetRequiredService<ReviewService>().ApplyAsync(
            caller, new ApplyStep(new ReportKey(Naiman, Quarter.Parse(Period)), action, [Villages], reason, null, Guid.CreateVersion7()), CancellationToken.None);

    private async Task<ReportEntry> EntryAsync() =>
        (await services.GetRequiredService<ReportQueries>().ReportAsync(clerk, new ReportKey(Naiman, Quarter.Parse(Period)), CancellationToken.None))
        .Entries.Single(entry => entry.Indicator.Number == Villages);

    private Task<IReadOnlyList<ValueRevision>> HistoryAsync() =>
        services.GetRequiredService<ReportQueries>().HistoryAsync(clerk, new ValueKey(Naiman, Quarter.Parse(Period), Villages), CancellationToken.None);
}
