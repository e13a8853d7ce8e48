using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Pages.Admin;
using Tongliao.GreenDev.Web.Components.Pages.Review;

namespace Tongliao.GreenDev.Web.Tests.Components;

public sealed class ControlTests : IDisposable
{
    private readonly PortalContext portal = new();

    public static TheoryData<RagStatus> States => [.. Enum.GetValues<RagStatus>()];

    public static TheoryData<Punctuality> Punctualities => [.. Enum.GetValues<Punctuality>()];

    public static TheoryData<UserState> UserStates => [.. Enum.GetValues<UserState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void RagBadge_OfAState_SaysItInColourMarkAndWord(RagStatus state)
    {
        var badge = portal.Render<RagBadge>(with => with.Add(control => control.Status, state)).Find(".badge");

        Assert.Contains(RagColour.Of(state), badge.ClassList);
        Assert.Equal($"{state.Mark()} {state.Word()}", badge.TextContent);
        Assert.Equal("true", badge.QuerySelector("span")!.GetAttribute("aria-hidden"));
    }

    [Theory]
    [MemberData(nameof(Punctualities))]
    public void PunctualityBadge_OfAReport_SaysItInMarkAndWord(Punctuality punctuality)
    {
        var badge = portal.Render<PunctualityBadge>(with => with.Add(control => control.Punctuality, punctuality)).Find(".badge");

        Assert.Equal($"{punctuality.Mark()} {punctuality.Word()}", badge.TextContent);
    }

    [Theory]
    [MemberData(nameof(UserStates))]
    public void UserStateBadge_OfAnAccount_SaysItInWords(UserState state)
    {
        var badge = portal.Render<UserStateBadge>(with => with.Add(control => control.State, state)).Find(".badge");

        Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}+$", badge.TextContent);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public void StatusMessage_OfARequest_SaysWhatToDoAndItsNumber(int status)
    {
        var request = new DefaultHttpContext { TraceIdentifier = "0HN7" };

        var message = portal.Render<StatusMessage>(with => with.Add(control => control.Status, status).AddCascadingValue<HttpContext>(request));

        Assert.NotEmpty(message.Find("h1").TextContent);
        Assert.Equal("0HN7", message.Find("code").TextContent);
        Assert.Equal("/", message.Find("a.btn").GetAttribute("href"));
    }

    [Fact]
    public void StatusMessage_OnACircuit_NamesNoRequest() =>
        Assert.Empty(portal.Render<StatusMessage>(with => with.Add(control => control.Status, 404)).FindAll("code"));

    [Fact]
    public void RefusalNotice_WithoutARefusal_IsNothing() =>
        Assert.Empty(portal.Render<RefusalNotice>(with => with.Add(control => control.Message, null)).Markup.Trim());

    [Fact]
    public void RefusalNotice_OfARefusal_IsReadOutAtOnce()
    {
        var notice = portal.Render<RefusalNotice>(with => with.Add(control => control.Message, "只能查看本单位的数据。")).Find("[role=alert]");

        Assert.Equal("只能查看本单位的数据。", notice.TextContent);
    }

    [Fact]
    public void FormRefusal_OfATypedValue_SaysWhyAlone()
    {
        var refused = RefusalException.Invalid("invalid", "截止日期不能早于开放日期。");

        var form = portal.Render<FormRefusal>(with => with.Add(control => control.Refused, refused).Add(control => control.Rows, []));

        Assert.Equal("截止日期不能早于开放日期。", form.Find("[role=alert]").TextContent);
        Assert.Empty(form.FindAll("table"));
    }

    [Fact]
    public void FormRefusal_OfAConflict_SetsBothContentsSideBySide()
    {
        var current = new Stands(3) { ChangedBy = "张三（市住建局）", ChangedAt = new DateTimeOffset(2025, 10, 9, 2, 5, 0, TimeSpan.Zero) };
        var refused = RefusalException.Conflict(RefusalCodes.StaleVersion, "张三已经修改。", current);

        var form = portal.Render<FormRefusal>(with => with
            .Add(control => control.Refused, refused)
            .Add(control => control.Rows, [new ConflictRow("截止日期", "2025-10-20", null)]));

        Assert.Equal(["项目", "您填写的", "现在的（张三（市住建局），2025-10-09 10:05）"], form.FindAll("thead th").Select(cell => cell.TextContent));
        Assert.Equal(["截止日期", "2025-10-20", "—"], form.FindAll("tbody tr > *").Select(cell => cell.TextContent));
    }

    [Fact]
    public void PeriodPicker_OfTwoYears_LinksTheQuartersOfTheChosenOneOnTheSamePage()
    {
        portal.Services.GetRequiredService<NavigationManager>().NavigateTo("/indicators/8?period=2025Q3&basis=approved");

        var picker = Picker([new(2024, 2), new(2024, 3), new(2025, 2), new(2025, 3)], new Quarter(2025, 3));

        Assert.Equal(["2024", "2025", "二季度", "三季度"], picker.FindAll("a").Select(link => link.TextContent));
        Assert.Equal(["2025", "三季度"], picker.FindAll("a[aria-current=page]").Select(link => link.TextContent));
        Assert.All(picker.FindAll("a"), link => Assert.Contains("basis=approved", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.StartsWith("/indicators/8?period=2024Q3", picker.FindAll("a")[0].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void PeriodPicker_WithoutPeriods_OffersNone() => Assert.Empty(Picker([], new Quarter(2025, 3)).FindAll("a"));

    [Fact]
    public void PageScript_OfAPage_NamesItsModule() =>
        Assert.Equal("/indicator-chart.js", portal.Render<PageScript>(with => with.Add(control => control.Source, "indicator-chart.js")).Find("page-script").GetAttribute("src"));

    [Fact]
    public void SessionWatch_OnEveryPage_IsADialogNamedByItsTitle()
    {
        var dialog = portal.Render<SessionWatch>().Find("dialog");

        Assert.Equal("即将自动退出", dialog.QuerySelector("#" + dialog.GetAttribute("aria-labelledby"))!.TextContent);
        Assert.Equal("继续使用", dialog.QuerySelector("button")!.TextContent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Island_OnACircuitOrNot_TellsScriptsWhich(bool isInteractive)
    {
        portal.SetRendererInfo(new RendererInfo(isInteractive ? "Server" : "Static", isInteractive));

        var island = portal.Render<Island>(with => with.AddChildContent("<p>内容</p>"));

        Assert.Equal(isInteractive, island.Find("[data-island]").HasAttribute("data-interactive"));
        Assert.Equal("内容", island.Find("p").TextContent);
    }

    [Fact]
    public void Island_WhosePartFails_SaysSoWithANumberAndKeepsThePage()
    {
        var island = portal.Render<Island>(with => with.AddChildContent<Failing>());

        Assert.Matches("^这一部分出错.*编号 [0-9a-f]{12} 告知系统管理员。$", island.Find("[role=alert]").TextContent);
    }

    public void Dispose() => portal.Dispose();

    private IRenderedComponent<PeriodPicker> Picker(IReadOnlyCollection<Quarter> periods, Quarter selected) =>
        portal.Render<PeriodPicker>(with => with.Add(control => control.Periods, periods).Add(control => control.Selected, selected));

    private sealed record Stands(int Version) : CurrentState(Version);

    private sealed class Failing : ComponentBase
    {
        protected override void OnInitialized() => throw new InvalidOperationException("meant by the test");
    }
}
