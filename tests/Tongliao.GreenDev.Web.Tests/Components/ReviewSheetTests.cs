using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Pages.Review;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>The review of a report: the county's of three values, and the city's of what the county has approved.</summary>
public sealed class ReviewSheetTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private static readonly ReportKey Report = new("150525", new Quarter(2025, 3));
    private static readonly int[] Numbers = [2, 4, 10];

    private Caller clerk = null!;
    private Caller county = null!;

    [Fact]
    public async Task Loading_ReportNotReadYet_SaysSo()
    {
        await SubmitAsync();
        using var portal = new PortalContext(services => services.AddSingleton<Microsoft.AspNetCore.Components.Authorization.AuthenticationStateProvider>(new Nobody()));
        portal.Services.AddFallbackServiceProvider(Portal.Services.CreateScope().ServiceProvider);

        var sheet = portal.Render<ReviewSheet>(with => with.Add(sheet => sheet.UnitCode, Report.UnitCode).Add(sheet => sheet.Period, "2025Q3"));

        Assert.Equal("正在载入待审核的数据……", sheet.Find(".loading[role=status]").TextContent);
    }

    [Fact]
    public async Task Empty_NothingWaits_SaysSoAndShowsTheRest()
    {
        await StaffAsync();
        await using var island = Island(county);

        Assert.Contains("目前没有待您审核的数据", island.Island.WaitForElement("[data-none]").TextContent, StringComparison.Ordinal);
        Assert.Equal(21, island.Island.FindAll("details[open] tbody tr").Count);
        Assert.Empty(island.Island.FindAll("#approve-all"));
    }

    [Fact]
    public async Task Data_WhatWaitsStandsFirst_TheRestIsFolded()
    {
        await SubmitAsync();
        await using var island = Island(county);

        Assert.Equal(["2", "4", "10"], Rows(island).Select(row => row.GetAttribute("data-indicator")));
        Assert.Contains("其余 18 项", island.Island.Find("details:not([open]) summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("200", island.Island.Find("#row-2 .figures").TextContent, StringComparison.Ordinal);
        Assert.Equal("3", island.Island.Find("[data-waiting]").TextContent);
        island.Island.WaitForElement("#row-2 [data-approve]:not([disabled])");
    }

    [Fact]
    public async Task Refusal_AnotherUnitsReviewer_IsSaidInsteadOfTheSheet()
    {
        await SubmitAsync();
        var stranger = await TestPeople.AddAsync(Portal.Services, UserRole.CountyReviewer, "150523");
        await using var island = Island(stranger);

        Assert.NotEmpty(island.Island.WaitForElement("[role=alert]").TextContent);
        Assert.Empty(island.Island.FindAll("article, .loading"));
    }

    [Fact]
    public async Task Approve_Done_LeavesTheQueue_IsSaidAndTheKeyboardGoesOn()
    {
        await SubmitAsync();
        await using var island = Island(county);

        await ClickAsync(island, "#row-4 [data-approve]");

        Assert.Equal("第4项已审核通过，还有 2 项。", island.Done);
        Assert.Equal(["2", "10"], Rows(island).Select(row => row.GetAttribute("data-indicator")));
        Assert.Equal("row-10", island.Shown);
        Assert.Equal(ValueStatus.CityReview, (await EntryAsync(4)).Status);
    }

    [Fact]
    public async Task Return_WithoutAReason_IsRefusedAtTheField_AndWithOneDone()
    {
        await SubmitAsync();
        await using var island = Island(county);

        await ClickAsync(island, "#ask-reason-10 [data-send]");
        Assert.Contains("请填写退回原因", island.Island.Find("#row-10 .field-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", island.Island.Find("#reason-10").GetAttribute("aria-invalid"));
        Assert.Equal("reason-10", island.Shown);

        await TypeAsync(island, 10, "reason", "短");
        await ClickAsync(island, "#ask-reason-10 [data-send]");
        Assert.Equal("短", island.Island.Find("#reason-10").GetAttribute("data-text"));

        await TypeAsync(island, 10, "reason", "分母与台账不一致");
        await ClickAsync(island, "#ask-reason-10 [data-send]");
        Assert.Equal("第10项已退回，还有 2 项。", island.Done);
        Assert.Equal("分母与台账不一致", (await EntryAsync(10)).ReturnReason);
    }

    [Fact]
    public async Task Approve_WithAReasonToReturnTyped_DoesNothingAndKeepsIt()
    {
        await SubmitAsync();
        await using var island = Island(county);
        await TypeAsync(island, 2, "reason", "分母与台账不一致");

        await ClickAsync(island, "#row-2 [data-approve]");

        Assert.Contains("没有通过", island.Island.Find("#row-2 .field-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("全部通过（2 项）…", island.Island.Find("#approve-all").TextContent);
        Assert.Equal(ValueStatus.CountyReview, (await EntryAsync(2)).Status);
    }

    [Fact]
    public async Task Reason_LongerThanItMayBe_StaysInTheBrowserAndIsNotSent()
    {
        await SubmitAsync();
        await using var island = Island(county);
        await TypeAsync(island, 2, "reason", text: null, length: 1200);

        await ClickAsync(island, "#ask-reason-2 [data-send]");

        Assert.Contains("最多1000字", island.Island.Find("#row-2 .field-error").TextContent, StringComparison.Ordinal);
        Assert.False(island.Island.Find("#reason-2").HasAttribute("data-text"));
        Assert.Equal(ValueStatus.CountyReview, (await EntryAsync(2)).Status);
    }

    [Fact]
    public async Task Decide_ValueMovedOn_IsRefused_TheRowShowsWhatChanged_NothingTypedIsLost()
    {
        await SubmitAsync();
        await using var island = Island(county);
        await TypeAsync(island, 4, "reason", "请核对道路长度");
        await MoveOnAsync(4, numerator: 830);

        await ClickAsync(island, "#ask-reason-4 [data-send]");

        var row = island.Island.Find("#row-4");
        Assert.Contains("在您查看后又有变化", row.QuerySelector("[data-failure]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("820 → 830", row.QuerySelector("[data-changes]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("请核对道路长度", row.QuerySelector("#reason-4")!.GetAttribute("data-text"));
        Assert.Equal(ValueStatus.CountyReview, (await EntryAsync(4)).Status);

        await ClickAsync(island, "#ask-reason-4 [data-send]");
        Assert.Equal("第4项已退回，还有 2 项。", island.Done);
    }

    [Fact]
    public async Task Decide_ClickedAgainBeforeTheNewVersionIsDrawn_DecidesNothing()
    {
        await SubmitAsync();
        await using var island = Island(county);
        Rows(island);
        await MoveOnAsync(4, numerator: 830);
        var drawing = island.Hold("show");

        await ClickAsync(island, "#row-4 [data-approve]");
        Assert.NotNull(island.Island.Find("#row-4 [data-changes]"));
        await ClickAsync(island, "#row-4 [data-approve]");
        Assert.Equal(ValueStatus.CountyReview, (await EntryAsync(4)).Status);

        drawing.SetVoidResult();
        await island.Island.InvokeAsync(() => { });
        await ClickAsync(island, "#row-4 [data-approve]");
        Assert.Equal(ValueStatus.CityReview, (await EntryAsync(4)).Status);
    }

    [Fact]
    public async Task Changed_ByOthersMeanwhile_IsSaid_AndShownOnlyWhenAskedFor()
    {
        await SubmitAsync(2, 4);
        await using var island = Island(county);
        Rows(island);
        await MoveOnAsync(4, numerator: 830);
        await SaveAsync(10);
        await ApplyAsync(clerk, ReviewStep.Submit, reason: null, 10);
        Tell(island, clerk);

        Assert.Contains("您查看后有变化", island.Island.WaitForElement("#row-4 [data-moved]").TextContent, StringComparison.Ordinal);
        Assert.Contains("820", island.Island.Find("#row-4 .figures").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("新到 1 项，1 项有变化。", island.Island.Find("[data-news]").TextContent, StringComparison.Ordinal);
        Assert.Null((await EntryAsync(10)).Trail.Opening);

        await ClickAsync(island, "[data-renew-all]");
        Assert.Equal(["2", "4", "10"], Rows(island).Select(row => row.GetAttribute("data-indicator")));
        Assert.Contains("830", island.Island.Find("#row-4 .figures").TextContent, StringComparison.Ordinal);
        Assert.Empty(island.Island.FindAll("[data-moved], [data-news]"));
        Assert.NotNull((await EntryAsync(10)).Trail.Opening);
    }

    [Fact]
    public async Task Decide_ColleagueWasFaster_SaysWhatItIsNow()
    {
        await SubmitAsync();
        await using var island = Island(county);
        Rows(island);
        var colleague = await TestPeople.AddAsync(Portal.Services, UserRole.CountyReviewer, Report.UnitCode);
        await ApplyAsync(colleague, ReviewStep.Approve, reason: null, 4);

        await ClickAsync(island, "#row-4 [data-approve]");

        Assert.Equal("第4项已由他人办理，现为“待市级审核”，没有再办理。", island.Done);
        Assert.Equal(["2", "10"], Rows(island).Select(row => row.GetAttribute("data-indicator")));
    }

    [Fact]
    public async Task SecondRound_ShowsOldAndNewReasonAndAnswer()
    {
        await SubmitAsync();
        await ApplyAsync(county, ReviewStep.Return, "请核对道路长度", 4, 10);
        await SaveAsync(4, numerator: 830);
        await ApplyAsync(clerk, ReviewStep.Submit, "已按台账改正", 4, 10);
        await using var island = Island(county);

        Assert.Equal("退回时 820 → 830", Squeezed(island.Island.WaitForElement("#row-4 [data-amended]")));
        Assert.StartsWith("退回原因：请核对道路长度", Squeezed(island.Island.Find("#row-4 [data-returned]")), StringComparison.Ordinal);
        Assert.Equal("答复：已按台账改正", island.Island.Find("#row-4 [data-answer]").TextContent);
        Assert.Equal("退回后数据和说明都没有改动。", island.Island.Find("#row-10 [data-unchanged]").TextContent);
        await ClickAsync(island, "[data-pick=Again]");
        Assert.Equal(["4", "10"], Rows(island).Select(row => row.GetAttribute("data-indicator")));

        // When the last of them is decided on, the others are there again.
        await ClickAsync(island, "#row-4 [data-approve]");
        Assert.Equal("row-10", island.Shown);
        await ClickAsync(island, "#row-10 [data-approve]");
        Assert.Equal(["2"], Rows(island).Select(row => row.GetAttribute("data-indicator")));
        Assert.Equal("row-2", island.Shown);
    }

    [Fact]
    public async Task ApproveAll_SumsUpFirst_TakesTheScreenAlone_AndTellsWhatWasNot()
    {
        await SubmitAsync();
        await using var island = Island(county);
        await island.OpenAsync(".review", "All");
        Assert.Contains("3 项", island.Dialog.QuerySelector("#summary")!.TextContent, StringComparison.Ordinal);
        await MoveOnAsync(4, numerator: 830);

        await island.SendAsync();

        Assert.Equal("已审核通过 2 项。1 项没有通过：第4项在您查看后又有变化，现为“待县级审核”。", island.Done);
        Assert.Equal(["4"], Rows(island).Select(row => row.GetAttribute("data-indicator")));
        Assert.NotNull(island.Island.Find("#row-4 [data-moved]"));
        Assert.Equal("row-4", island.Shown);
    }

    [Fact]
    public async Task ActedFor_BureauGivesItsReasonOnce()
    {
        await SubmitAsync();
        await ApplyAsync(county, ReviewStep.Approve, reason: null, Numbers);
        await using var island = Island(Bureau);
        Assert.Contains("代审 市生态环境局", island.Island.WaitForElement("#row-2 [data-mark=ActedFor]").TextContent, StringComparison.Ordinal);

        await ClickAsync(island, "#row-2 [data-approve]");
        Assert.Equal("acting-2", island.Shown);
        Assert.Contains("代审原因", island.Island.Find("#row-2 .field-error").TextContent, StringComparison.Ordinal);
        await TypeAsync(island, 2, "acting", "牵头部门来函委托");

        await island.OpenAsync(".review", "All");
        Assert.Equal("牵头部门来函委托", island.Field("reason").GetAttribute("value"));
        Assert.Contains("1 项：第2项", Squeezed(island.Dialog.QuerySelector("#summary")!), StringComparison.Ordinal);
        await island.TypeAsync("reason", "");
        await island.SendAsync();
        Assert.Contains("代审原因", island.FaultOf("reason"), StringComparison.Ordinal);
        await island.TypeAsync("reason", "牵头部门来函委托");
        await island.SendAsync();

        Assert.Equal("已审核通过 3 项。", island.Done);
        Assert.Equal("牵头部门来函委托", (await EntryAsync(2)).Trail.Last!.Reason);
        Assert.Contains("这里的数据都已办理", island.Island.Find("[data-none]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopen_ApprovedValue_AsksForAReason()
    {
        await SubmitAsync();
        await ApplyAsync(county, ReviewStep.Approve, reason: null, 10);
        await ApplyAsync(Bureau, ReviewStep.Approve, "牵头部门来函委托", 10);
        await using var island = Island(Bureau);
        await island.OpenAsync("#row-10", "Reopen");
        await island.SendAsync();
        Assert.Contains("原因", island.FaultOf("reason"), StringComparison.Ordinal);

        await island.TypeAsync("reason", "水厂数据有误");
        await island.SendAsync();

        Assert.Equal("第10项已重新打开，填报员更正后会重新上报。", island.Done);
        Assert.Equal(ValueStatus.Returned, (await EntryAsync(10)).Status);
    }

    [Fact]
    public async Task Reopen_OthersTicked_ReopensAllOfThemForOneReason()
    {
        await SubmitAsync();
        await ApplyAsync(county, ReviewStep.Approve, reason: null, 2, 10, 4);
        await ApplyAsync(Bureau, ReviewStep.Approve, "牵头部门来函委托", 2, 10, 4);
        await using var island = Island(Bureau);
        await island.OpenAsync("#row-10", "Reopen");

        await island.TickAsync("also-2");
        await island.TypeAsync("reason", "统计口径有误");
        await island.SendAsync();

        Assert.Equal("第2、10项已重新打开，填报员更正后会重新上报。", island.Done);
        Assert.Equal(
            [ValueStatus.Returned, ValueStatus.Returned, ValueStatus.Accepted],
            [(await EntryAsync(2)).Status, (await EntryAsync(10)).Status, (await EntryAsync(4)).Status]);
    }

    private static IReadOnlyList<IElement> Rows(AdminIsland<ReviewSheet> island)
    {
        island.Island.WaitForElement(".review article, .review [data-none]");
        return island.Island.FindAll("article");
    }

    private static async Task ClickAsync(AdminIsland<ReviewSheet> island, string button)
    {
        island.Island.WaitForElement($"{button}:not([disabled])");
        await island.Island.Find(button).ClickAsync(new());
    }

    private static Task TypeAsync(AdminIsland<ReviewSheet> island, int number, string field, string? text, int? length = null)
    {
        island.Island.WaitForElement($"#row-{number} [data-approve]:not([disabled])");
        return island.Island.Find($"#row-{number}").TriggerEventAsync(
            "ontyped", new TypedEventArgs { Field = field, Text = text, Length = length ?? text!.Length, Sequence = 1 });
    }

    private static string Squeezed(IElement element) => string.Join(' ', element.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private AdminIsland<ReviewSheet> Island(Caller reader) => new(Portal, reader, sheet => sheet
        .Add(s => s.UnitCode, Report.UnitCode)
        .Add(s => s.Period, Report.Quarter.ToString()));

    private void Tell(AdminIsland<ReviewSheet> island, Caller by)
    {
        _ = island;
        Portal.Services.GetRequiredService<ReportChanges>().Raise(new ReportChange(Report.UnitCode, Report.Quarter, RevisionKind.Submit, by.UserId));
        Portal.Time.Advance(TimeSpan.FromSeconds(2));
    }

    private async Task StaffAsync()
    {
        await Portal.Services.GetRequiredService<PeriodService>().OpenAsync(Bureau, Report.Quarter, new DateOnly(2025, 10, 15), CancellationToken.None);
        (clerk, _) = await Portal.UserAsync();
        (county, _) = await Portal.UserAsync(UserRole.CountyReviewer);
    }

    private async Task SubmitAsync(params int[] numbers)
    {
        await StaffAsync();
        var chosen = numbers.Length == 0 ? Numbers : numbers;
        foreach (var number in chosen)
        {
            await SaveAsync(number);
        }

        await ApplyAsync(clerk, ReviewStep.Submit, reason: null, chosen);
    }

    /// <summary>60 of 200, or of the roads 820 on 100.</summary>
    private async Task SaveAsync(int number, decimal? numerator = null)
    {
        var inputs = number == 4
            ? new ReportedInputs { Numerator = numerator ?? 820, Denominator = 100 }
            : new ReportedInputs { Numerator = numerator ?? 60, Denominator = 200 };
        await Portal.Services.GetRequiredService<DraftService>().SaveAsync(
            clerk,
            new SaveValue(Report.Of(number), new Statement { Inputs = inputs, Note = "数据属实。" }, (await EntryAsync(number)).Version, Guid.CreateVersion7()) { NoteAnswers = true },
            CancellationToken.None);
    }

    /// <summary>A colleague returns the value, and the clerk changes it and submits it again.</summary>
    private async Task MoveOnAsync(int number, decimal numerator)
    {
        var colleague = await TestPeople.AddAsync(Portal.Services, UserRole.CountyReviewer, Report.UnitCode);
        await ApplyAsync(colleague, ReviewStep.Return, "请核对道路长度", number);
        await SaveAsync(number, numerator);
        await ApplyAsync(clerk, ReviewStep.Submit, reason: null, number);
    }

    private async Task ApplyAsync(Caller caller, ReviewStep step, string? reason, params int[] numbers)
    {
        var report = await ReportAsync();
        await Portal.Services.GetRequiredService<ReviewService>().ApplyAsync(
            caller,
            new ApplyStep(Report, step, numbers, reason, report.Entries.ToDictionary(entry => entry.Indicator.Number, entry => entry.Version), Guid.CreateVersion7()),
            CancellationToken.None);
    }

    private Task<UnitReport> ReportAsync() => Portal.Services.GetRequiredService<ReportQueries>().ReportAsync(clerk, Report, CancellationToken.None);

    private async Task<ReportEntry> EntryAsync(int number) => (await ReportAsync()).Entries.Single(entry => entry.Indicator.Number == number);

    /// <summary>Somebody whom the circuit does not know yet.</summary>
    private sealed class Nobody : Microsoft.AspNetCore.Components.Authorization.AuthenticationStateProvider
    {
        public override Task<Microsoft.AspNetCore.Components.Authorization.AuthenticationState> GetAuthenticationStateAsync() =>
            new TaskCompletionSource<Microsoft.AspNetCore.Components.Authorization.AuthenticationState>().Task;
    }
}
