using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Admin;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>基数: each cell typed in a dialog; refusals are told at the field and keep what was typed.</summary>
public sealed class BaselineBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private const string Naiman16 = "[data-cell='16-150525']";

    [Fact]
    public async Task Refusal_NotTheBureau_IsSaidInsteadOfTheTable()
    {
        var (clerk, _) = await Portal.UserAsync();
        await using var island = new AdminIsland<BaselineBoard>(Portal, clerk);

        Assert.Equal("只有市住建局可以录入基数。", island.Island.WaitForElement("[role=alert]").TextContent);
        Assert.Empty(island.Island.FindAll("#baselines, .loading"));
    }

    [Fact]
    public async Task Data_IndicatorOfTheAddress_IsAColumnBesides()
    {
        await using var island = Island(2);
        island.Island.WaitForElement("#baselines");

        Assert.Equal(9, island.Island.FindAll("[data-cell^='2-'] button").Count);
        Assert.Equal(9, island.Island.FindAll("[data-cell^='16-'] button").Count);
        Assert.Equal("？ 缺", island.Island.Find($"{Naiman16} button").FirstChild!.TextContent);
    }

    [Fact]
    public async Task Set_Corrected_AndTakenAway_StandsInItsCell()
    {
        await using var island = Island();
        foreach (var (typed, shown) in new[] { ("３.25", "3.25"), ("4", "4"), ("", "？ 缺") })
        {
            await SetAsync(island, Naiman16, ("amount", typed));
            Assert.Equal("奈曼旗 第16项的基数已保存。", island.Done);
            Assert.Equal(shown, island.Island.Find($"{Naiman16} button").FirstChild!.TextContent);
        }
    }

    [Theory]
    [InlineData("16", "amount", "三", "“三”不是数字")]
    [InlineData("16", "amount", "-1", "不能为负")]
    [InlineData("16", "amount", "1,23", "逗号只能用作千位分隔")]
    [InlineData("16", "amount", "99999999999999999999", "")]
    [InlineData("2", "numerator", "12%", "请填写数量，不填百分比")]
    [InlineData("2", "numerator", "300", "")]
    public async Task Set_Wrong_IsToldAtTheFieldAndKept(string indicator, string field, string typed, string message)
    {
        await using var island = Island(2);
        await SetAsync(island, $"[data-cell='{indicator}-150525']", indicator == "2" ? [("denominator", "100"), (field, typed)] : [(field, typed)]);

        Assert.Contains(message, island.FaultOf($"inputs-{field}"), StringComparison.Ordinal);
        Assert.Equal(typed, island.Field($"inputs-{field}").GetAttribute("value"));
        Assert.Equal(0, await EnteredAsync());
    }

    [Fact]
    public async Task Set_ByAColleagueMeanwhile_IsToldBesideWhatWasTyped_AndMayBeSentAgain()
    {
        await using var island = Island();
        await island.OpenAsync(Naiman16, "Set");
        await Portal.Services.GetRequiredService<TargetService>().SetBaselineAsync(
            Bureau, new SetBaseline("150525", 16, new ReportedInputs { Amount = 3.5m }), CancellationToken.None);
        await island.TypeAsync("inputs-amount", "4.25");
        await island.SendAsync();

        Assert.Equal(["4.25", "3.5"], island.Dialog.QuerySelectorAll("[data-conflict] td").Select(cell => cell.TextContent));
        Assert.Equal("4.25", island.Field("inputs-amount").GetAttribute("value"));
        await island.SendAsync();
        Assert.Equal("4.25", island.Island.WaitForElement($"{Naiman16} button").FirstChild!.TextContent);
    }

    [Fact]
    public async Task Set_SentTwiceAtOnce_IsSetOnce()
    {
        await using var island = Island();
        await island.OpenAsync(Naiman16, "Set");
        await island.TypeAsync("inputs-amount", "3");
        await island.SendTwiceAsync();

        Assert.Contains("已保存", island.Done, StringComparison.Ordinal);
        Assert.Equal(1, await EnteredAsync());
    }

    [Fact]
    public async Task EveryQuarterLocked_IsShownAndNotOffered()
    {
        await using var before = Island();
        await SetAsync(before, Naiman16, ("amount", "3.25"));
        await Portal.LockYearAsync(2024);
        await Portal.LockYearAsync(2025);
        await using var island = Island();

        Assert.Equal("2024年一季度至2025年四季度均已锁定，评定结果已经固定，不能再更改基数。确需更正的，点该格试算影响并办理。", island.Island.WaitForElement("#settled").TextContent);
        Assert.Empty(island.Island.FindAll("[data-cell] button, #filters"));
        Assert.Equal("3.25", island.Island.Find($"{Naiman16} a").FirstChild!.TextContent.Trim());
    }

    private static async Task SetAsync(AdminIsland<BaselineBoard> island, string cell, params (string Field, string Text)[] typed)
    {
        await island.OpenAsync(cell, "Set");
        foreach (var (field, text) in typed)
        {
            await island.TypeAsync($"inputs-{field}", text);
        }

        await island.SendAsync();
    }

    private AdminIsland<BaselineBoard> Island(int? indicator = null) => new(Portal, Bureau, with => with.Add(board => board.Indicator, indicator));

    private async Task<int> EnteredAsync()
    {
        await using var db = await Portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.AuditEvents.CountAsync(audit => audit.Kind == AuditKinds.BaselineSet);
    }
}
