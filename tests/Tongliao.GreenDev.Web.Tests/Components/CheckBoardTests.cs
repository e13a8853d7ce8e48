using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Checks;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>校核规则: read by everyone, set by the bureau in a dialog with its reason.</summary>
public sealed class CheckBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private const string Leap = "[data-rule='leap']";

    [Fact]
    public async Task Rules_OfTheBureau_StandWithNumberSeverityAndThresholds()
    {
        await using var island = Island();

        var row = island.Island.WaitForElement(Leap);

        Assert.Equal("校核13", row.QuerySelector("th")!.TextContent);
        Assert.Equal("需核对", row.QuerySelector(".badge")!.TextContent);
        Assert.Contains("变动倍数2倍", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("0", row.QuerySelector("[data-open]")!.TextContent);
        Assert.Equal(TestData.Checks.All.Count(rule => rule.Parameters.Count > 0), island.Island.FindAll("[data-act=Set]").Count);
    }

    [Fact]
    public async Task Rules_OfAClerk_AreReadAndNotSet()
    {
        var (clerk, _) = await Portal.UserAsync();
        await using var island = Island(clerk);

        Assert.NotNull(island.Island.WaitForElement($"{Leap} [data-raised]"));
        Assert.Empty(island.Island.FindAll("[data-act]"));
    }

    [Fact]
    public async Task Rules_OfTheAuditor_HaveNoHits()
    {
        var (auditor, _) = await Portal.UserAsync(UserRole.Auditor);
        await using var island = Island(auditor);

        Assert.NotNull(island.Island.WaitForElement(Leap));
        Assert.Empty(island.Island.FindAll("[data-raised]"));
    }

    [Fact]
    public async Task Set_WithAReason_StandsInTheTableAndItsHistory()
    {
        await using var island = Island();
        await SetAsync(island, "3", "年度普查后口径扩大");

        Assert.Equal("校核13的阈值已调整，尚未上报的数从现在起按新阈值校核。", island.Done);
        var row = island.Island.Find(Leap);
        Assert.Contains("变动倍数3倍", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("2025-10-09 09:00，李四海（市住建局）：变动倍数由2倍改为3倍。原因：年度普查后口径扩大", row.QuerySelector("li")!.TextContent);
    }

    [Fact]
    public async Task Set_OfOneField_IsTypedInAFieldOfItsOwn_AndGoesWhenItIsEmptied()
    {
        await SetAsync(new CheckSetting("factor", 5, 1, InputKey.Denominator));
        await using var island = Island();
        Assert.Contains("第1项“建成区面积”：变动倍数5倍", island.Island.WaitForElement(Leap).TextContent, StringComparison.Ordinal);

        await island.OpenAsync(Leap, "Set");
        await island.TypeAsync("factor-1-denominator", "");
        await island.TypeAsync("reason", "恢复统一阈值");
        await island.SendAsync();

        Assert.DoesNotContain("建成区面积”：变动倍数5倍", island.Island.Find($"{Leap} .limits").FirstElementChild!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("2025-10-09 09:00，李四海（市住建局）：第1项“建成区面积”：变动倍数不再单独设定。", island.Island.Find($"{Leap} li").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("很多", "普查后口径扩大", "factor", "不是数字")]
    [InlineData("", "普查后口径扩大", "factor", "请填写“变动倍数”")]
    [InlineData("1", "普查后口径扩大", "factor", "“变动倍数”应在1.2至20之间")]
    [InlineData("3", "改", "reason", "至少写4个字")]
    public async Task Set_Wrong_IsToldAtTheFieldAndKept(string factor, string reason, string field, string message)
    {
        await using var island = Island();
        await SetAsync(island, factor, reason);

        Assert.Contains(message, island.FaultOf(field), StringComparison.Ordinal);
        Assert.Equal((factor, reason), (island.Field("factor").GetAttribute("value") ?? "", island.Field("reason").GetAttribute("value")));
    }

    [Fact]
    public async Task Set_ByAColleagueMeanwhile_IsToldBesideWhatWasTyped()
    {
        await using var island = Island();
        await island.OpenAsync(Leap, "Set");
        await SetAsync(new CheckSetting("factor", 4));
        await island.TypeAsync("factor", "3");
        await island.TypeAsync("reason", "普查后口径扩大");
        await island.SendAsync();

        Assert.Equal(["3", "4"], island.Dialog.QuerySelectorAll("[data-conflict] td").Take(2).Select(cell => cell.TextContent));
        await island.SendAsync();
        Assert.Contains("变动倍数由4倍改为3倍", island.Island.Find($"{Leap} li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figure_TypedWithTheFaultsOfTheDesk_IsToldAtItsField_ThenStandsBesideTheSum()
    {
        await using var island = Island();
        island.Island.WaitForElement(Leap);
        await island.OpenAsync("section[aria-labelledby=city-figures-title]", "Figure");
        await island.TypeAsync("value", "九千");
        await island.TypeAsync("year", "2025");
        await island.TypeAsync("document", "通辽统计年鉴2025 表9-3");
        await island.SendAsync();
        Assert.Contains("请选择", island.FaultOf("field"), StringComparison.Ordinal);
        await island.ChooseAsync<CheckSetting>("field", field => field is { IndicatorNumber: 10, Field: InputKey.Denominator });
        await island.SendAsync();
        Assert.Contains("不是数字", island.FaultOf("value"), StringComparison.Ordinal);
        await island.TypeAsync("value", "９,０００");
        await island.SendAsync();

        Assert.Equal("2025年第10项“污水排放总量”的年鉴全市数已保存。", island.Done);
        var row = island.Island.Find("[data-figure='10-2025']");
        Assert.Contains("9,000", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("9个单位中已有0个填报，齐全后计算偏差", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figure_CorrectedByAColleagueMeanwhile_IsToldBesideWhatWasTyped()
    {
        await FigureAsync(9000);
        await using var island = Island();
        island.Island.WaitForElement("[data-figure='10-2025']");
        await island.OpenAsync("[data-figure='10-2025']", "Figure");
        await FigureAsync(9100);
        await island.TypeAsync("value", "9200");
        await island.SendAsync();

        Assert.Equal(["9200", "9,100"], island.Dialog.QuerySelectorAll("[data-conflict] td").Take(2).Select(cell => cell.TextContent));
        await island.SendAsync();
        Assert.Contains("9,200", island.Island.Find("[data-figure='10-2025']").TextContent, StringComparison.Ordinal);
    }

    private Task<CityFigure> FigureAsync(decimal value) => Portal.Services.GetRequiredService<CityFigureService>().SetAsync(
        Bureau, new SetCityFigure(10, InputKey.Denominator, 2025, value, "通辽统计年鉴2025 表9-3"), CancellationToken.None);

    private static async Task SetAsync(AdminIsland<CheckBoard> island, string factor, string reason)
    {
        await island.OpenAsync(Leap, "Set");
        await island.TypeAsync("factor", factor);
        await island.TypeAsync("reason", reason);
        await island.SendAsync();
    }

    private Task<CheckRule> SetAsync(CheckSetting setting) => Portal.Services.GetRequiredService<CheckService>().SetAsync(
        Bureau, new SetCheckRule(13, [setting], "同事先行调整"), CancellationToken.None);

    private AdminIsland<CheckBoard> Island(Caller? caller = null) =>
        new(Portal, caller ?? Bureau, with => with.Add(board => board.Period, Quarter.Parse("2025Q3")));
}
