using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Admin;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>分解指标: chosen by indicator and year, set in dialogs; refusals are told at the field and keep what was typed.</summary>
public sealed class TargetBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private const string Naiman = "[data-unit='150525']";
    private const string Settled = "2024年一季度至2024年四季度均已锁定，评定结果已经固定，不能再更改2024年的分解指标。";

    [Fact]
    public async Task Refusal_NotTheBureau_IsSaidInsteadOfTheTable()
    {
        var (clerk, _) = await Portal.UserAsync();
        await using var island = Island(2025, clerk);

        Assert.Equal("只有市住建局可以下达分解指标。", island.Island.WaitForElement("[role=alert]").TextContent);
        Assert.Empty(island.Island.FindAll("#targets, .loading"));
    }

    [Fact]
    public async Task Choice_OfAYear_ShowsItAndSaysSoInTheAddress()
    {
        await using var island = Island(2025);
        await island.Island.WaitForElement("[name=year]").ChangeAsync(new() { Value = "2024" });

        Assert.Contains("2024年各单位分解指标", island.Island.Find("#targets-caption").TextContent, StringComparison.Ordinal);
        Assert.Equal("/admin/targets?indicator=20&year=2024", island.Address);
    }

    [Theory]
    [InlineData("150525", "2025-01-01", "适用于一季度至四季度。")]
    [InlineData("150523", "2025-05-01", "适用于二季度至四季度。")]
    [InlineData("150524", "2025-10-15", "适用于四季度。")]
    public async Task Set_SaysWhichQuartersItAppliesTo(string unit, string from, string words)
    {
        await using var island = Island(2025);
        await SetAsync(island, unit, "6", "通建发〔2025〕1号", from);

        Assert.EndsWith($"分解指标已保存，{words}", island.Done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_BehindALaterOne_SaysThatItAppliesToNone_AndBothStandInTheHistory()
    {
        await using var island = Island(2025);
        await SetAsync(island, "150525", "6", "通建发〔2025〕1号", "2025-03-01");
        await SetAsync(island, "150525", "7", "通建发〔2025〕2号", "2025-02-01");

        Assert.Contains("这一条暂不适用于任何季度", island.Done, StringComparison.Ordinal);
        Assert.Equal(
            ["2025-03-01起 6，通建发〔2025〕1号（现行）", "2025-02-01起 7，通建发〔2025〕2号（已被替代）"],
            island.Island.FindAll($"{Naiman} .history li").Select(line => line.TextContent));
    }

    [Theory]
    [InlineData("很多", "甲", "2025-01-01", "value", "“很多”不是数字")]
    [InlineData("-1", "甲", "2025-01-01", "value", "请填写目标值")]
    [InlineData("", "甲", "2025-01-01", "value", "请填写目标值")]
    [InlineData("\0", "甲", "2025-01-01", "value", "请填写目标值")]
    [InlineData("6", " ", "2025-01-01", "document", "请填写下达分解指标的文件名称或文号")]
    [InlineData("6", "\0", "2025-01-01", "document", "请填写下达分解指标的文件名称或文号")]
    [InlineData("6", "甲", "去年", "effectiveFrom", "生效日期不是有效的日期")]
    [InlineData("6", "甲", "2205-01-01", "effectiveFrom", "最晚为2025-12-31。")]
    [InlineData("6", "甲", "2026-01-01", "effectiveFrom", "最晚为2025-12-31。")]
    [InlineData("6", "甲", "1025-01-01", "effectiveFrom", "最早为2023-01-01。")]
    [InlineData("6", "甲", "", "effectiveFrom", "请填写生效日期")]
    public async Task Set_Wrong_IsToldAtTheFieldAndKept(string value, string document, string from, string field, string message)
    {
        await using var island = Island(2025);
        await SetAsync(island, "150525", value, document, from);

        Assert.Contains(message, island.FaultOf(field), StringComparison.Ordinal);
        Assert.Equal((Drawn(value), Drawn(document), from), (Kept("value"), Kept("document"), Kept("effectiveFrom")));
        Assert.Equal(0, await EnteredAsync());

        // As every document shows a NUL character.
        static string Drawn(string text) => text.Replace('\0', '\uFFFD');
        string Kept(string name) => island.Field(name).GetAttribute("value") ?? "";
    }

    [Fact]
    public async Task Set_ByAColleagueMeanwhile_IsToldBesideWhatWasTyped_AndMayBeSentAgain()
    {
        await using var island = Island(2025);
        await island.OpenAsync(Naiman, "Set");
        await Portal.Services.GetRequiredService<TargetService>().SetTargetAsync(
            Bureau, new SetUnitTarget("150525", 20, 2025, 6, "科左政发〔2025〕1号", new DateOnly(2025, 1, 1)), CancellationToken.None);
        await FillAndSendAsync(island, "7", "科左政发〔2025〕2号", "2025-02-01");

        Assert.Contains("现在的（李四海（市住建局），2025-10-09 09:00）", island.Dialog.QuerySelector("[data-conflict]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["7", "6", "科左政发〔2025〕2号", "科左政发〔2025〕1号", "2025-02-01", "2025-01-01"],
            island.Dialog.QuerySelectorAll("[data-conflict] td").Select(cell => cell.TextContent));
        await island.SendAsync();
        Assert.Contains("已保存", island.Done, StringComparison.Ordinal);
        Assert.Equal(2, await EnteredAsync());
    }

    [Fact]
    public async Task Set_SentTwiceAtOnce_IsSetOnce_OpenedAnewItIsAnotherAct()
    {
        await using var island = Island(2025);
        await island.OpenAsync(Naiman, "Set");
        await island.TypeAsync("value", "6");
        await island.TypeAsync("document", "奈政发〔2025〕1号");
        await island.SendTwiceAsync();
        Assert.Contains("已保存", island.Done, StringComparison.Ordinal);
        Assert.Equal(1, await EnteredAsync());

        await SetAsync(island, "150525", "6", "奈政发〔2025〕1号", "2025-01-01");
        Assert.Equal(2, await EnteredAsync());
    }

    [Fact]
    public async Task YearLocked_IsShownAndNotOffered_AndRefusedToADialogThatWasOpen()
    {
        await using var island = Island(2024);
        await island.OpenAsync(Naiman, "Set");
        await Portal.LockYearAsync(2024);
        await FillAndSendAsync(island, "6", "通建发〔2024〕1号", "2024-01-01");
        Assert.Equal(Settled, island.Refusal);

        await using var locked = Island(2024);
        Assert.Equal($"{Settled}确需更正的，点“更正”试算影响并办理。", locked.Island.WaitForElement("#settled").TextContent);
        Assert.Empty(locked.Island.FindAll("[data-act]"));
        Assert.Equal(9, locked.Island.FindAll("tr[data-unit]").Count);
        await using var open = Island(2025);
        open.Island.WaitForElement("#targets");
        Assert.Equal(9, open.Island.FindAll("[data-act=Set]").Count);
        Assert.Empty(open.Island.FindAll("#settled"));
    }

    private static async Task SetAsync(AdminIsland<TargetBoard> island, string unit, string value, string document, string from)
    {
        await island.OpenAsync($"[data-unit='{unit}']", "Set");
        await FillAndSendAsync(island, value, document, from);
    }

    private static async Task FillAndSendAsync(AdminIsland<TargetBoard> island, string value, string document, string from)
    {
        await island.TypeAsync("value", value);
        await island.TypeAsync("document", document);
        await island.TypeAsync("effectiveFrom", from);
        await island.SendAsync();
    }

    private AdminIsland<TargetBoard> Island(int year, Caller? caller = null) => new(
        Portal, caller ?? Bureau, with => with.Add(board => board.Indicator, 20).Add(board => board.Year, year));

    private async Task<int> EnteredAsync()
    {
        await using var db = await Portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.AuditEvents.CountAsync(audit => audit.Kind == AuditKinds.TargetSet);
    }
}
