using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Admin;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>填报期: what each quarter allows, done in dialogs; refusals are told at the field and keep what was typed.</summary>
public sealed class PeriodTableTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private static readonly string[] Days = ["opens", "due", "closes", "locks"];

    [Fact]
    public async Task Data_EveryQuarter_OffersWhatItsStateAllows()
    {
        await OpenPeriodAsync("2025Q3", new DateOnly(2025, 10, 15));
        await using var island = Island();

        island.Island.WaitForElement("#periods");
        Assert.Equal(8, island.Island.FindAll("#periods tbody tr").Count);
        Assert.Equal("填报中", island.Island.Find("[data-period='2025Q3'] .badge").TextContent);
        Assert.Single(island.Island.FindAll("[data-period='2025Q3'] .mud-menu"));
        Assert.Single(island.Island.FindAll("[data-period='2025Q4'] .mud-menu"));
        Assert.StartsWith("定时办理：系统设置未启用", island.Island.Find("#schedule").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_NotTheBureau_IsSaidInsteadOfTheTable()
    {
        var (clerk, _) = await Portal.UserAsync();
        await using var island = new AdminIsland<PeriodTable>(Portal, clerk);

        Assert.Equal("只有市住建局可以管理填报期。", island.Island.WaitForElement("[role=alert]").TextContent);
        Assert.Empty(island.Island.FindAll("#periods, .loading"));
    }

    // On 9 October 2025 the usual days of the earlier quarters are over; the 19th is a Sunday.
    [Theory]
    [InlineData("2024Q1", "2025-10-20")]
    [InlineData("2025Q2", "2025-10-20")]
    [InlineData("2025Q3", "2025-10-15")]
    [InlineData("2025Q4", "2026-01-15")]
    public async Task Open_DueDate_IsProposedAheadOfToday(string period, string proposed)
    {
        await using var island = Island();
        await island.OpenAsync(RowOf(period), "Open");

        Assert.Equal(proposed, island.Field("due").GetAttribute("value"));
    }

    [Theory]
    [InlineData("昨天", "截止日期不是有效的日期，请按 2025-10-15 的格式填写。")]
    [InlineData("2025-13-45", "截止日期不是有效的日期，请按 2025-10-15 的格式填写。")]
    [InlineData("2025-09-30", "截止日期应晚于2025-09-30。")]
    [InlineData("", "请填写截止日期，例如2025-10-15。")]
    public async Task Open_WrongDay_IsToldAtTheFieldAndKept(string typed, string message)
    {
        await using var island = Island();
        await island.OpenAsync(RowOf("2025Q3"), "Open");
        await island.TypeAsync("due", typed);
        await island.SendAsync();

        Assert.Equal(message, island.FaultOf("due"));
        Assert.Equal(typed, island.Field("due").GetAttribute("value") ?? "");
        Assert.Equal(0, await ChangesAsync("2025Q3"));
    }

    [Fact]
    public async Task Due_Changed_AsksForAReason_WhichStandsInTheHistory()
    {
        await OpenPeriodAsync("2025Q3", new DateOnly(2025, 10, 20));
        await using var island = Island();
        await island.OpenAsync(RowOf("2025Q3"), "Due");
        await island.TypeAsync("due", "２０２５年10月25日");
        foreach (var nothing in new[] { "", "无", "……" })
        {
            await island.TypeAsync("reason", nothing);
            await island.SendAsync();
            Assert.Contains("请写明原因", island.FaultOf("reason"), StringComparison.Ordinal);
        }

        await island.TypeAsync("reason", "国庆假期顺延");
        await island.SendAsync();

        Assert.Equal("2025年三季度正在填报，截止日期为2025-10-25。", island.Done);
        Assert.False(island.IsDialogOpen);
        await island.OpenAsync(RowOf("2025Q3"), "History");
        var history = island.Dialog.QuerySelectorAll("#history li").Select(line => line.TextContent).ToList();
        Assert.Collection(
            history,
            last => Assert.EndsWith("填报中，截止日期 2025-10-25；改动原因：国庆假期顺延", last, StringComparison.Ordinal),
            first => Assert.EndsWith("填报中，截止日期 2025-10-20", first, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Due_MovedMeanwhile_IsToldBesideWhatWasTyped_WhichStaysAndMayBeSentAgain()
    {
        await OpenPeriodAsync("2025Q3", new DateOnly(2025, 10, 20));
        await using var island = Island();
        await island.OpenAsync(RowOf("2025Q3"), "Due");
        await OpenPeriodAsync("2025Q3", new DateOnly(2025, 10, 30));
        await island.TypeAsync("due", "2025-10-25");
        await island.TypeAsync("reason", "台账尚未核完");

        await island.SendAsync();

        Assert.Equal(["调整截止日期", "填报中", "2025-10-25", "2025-10-30"], island.Dialog.QuerySelectorAll("[data-conflict] td").Select(cell => cell.TextContent));
        Assert.Equal(("2025-10-25", "台账尚未核完"), (island.Field("due").GetAttribute("value"), island.Field("reason").GetAttribute("value")));
        await island.SendAsync();
        Assert.Equal("2025年三季度正在填报，截止日期为2025-10-25。", island.Done);
    }

    [Fact]
    public async Task Close_SentTwiceAtOnce_ClosesOnce()
    {
        await OpenPeriodAsync("2025Q3", new DateOnly(2025, 10, 20));
        await using var island = Island();
        await island.OpenAsync(RowOf("2025Q3"), "Close");
        Assert.Equal(["0", "0", "0", "189", "0", "9"], island.Dialog.QuerySelectorAll("#checklist li").Select(point => point.GetAttribute("data-open")));
        await island.SendAsync();
        Assert.Contains("还有189项没有审核通过", island.FaultOf("reason"), StringComparison.Ordinal);
        await island.TypeAsync("reason", "个别单位补报，另行更正。");

        await island.SendTwiceAsync();

        Assert.Equal("2025年三季度已关闭填报。", island.Done);
        Assert.Equal("已关闭", island.Island.Find("[data-period='2025Q3'] .badge").TextContent);
        Assert.Equal(2, await ChangesAsync("2025Q3"));
    }

    [Fact]
    public async Task Close_MovedOnMeanwhile_IsToldBesideWhatStandsThere_AndMayBeSentAgain()
    {
        await OpenPeriodAsync("2025Q3", new DateOnly(2025, 10, 20));
        await using var island = Island();
        await island.OpenAsync(RowOf("2025Q3"), "Close");
        await OpenPeriodAsync("2025Q3", new DateOnly(2025, 10, 30));
        await island.TypeAsync("reason", "个别单位补报，另行更正。");

        await island.SendAsync();

        Assert.Contains("2025年三季度填报期在您打开之后已被李四海（市住建局）修改", island.Refusal, StringComparison.Ordinal);
        Assert.Equal(["关闭填报", "填报中", "2025-10-20", "2025-10-30"], island.Dialog.QuerySelectorAll("[data-conflict] td").Select(cell => cell.TextContent));
        await island.SendAsync();
        Assert.Equal("2025年三季度已关闭填报。", island.Done);
    }

    [Fact]
    public async Task Lock_Unconfirmed_IsRefused_ConfirmedItIsForGood()
    {
        await OpenPeriodAsync("2025Q3", new DateOnly(2025, 10, 20));
        await Portal.Services.GetRequiredService<PeriodService>().CloseAsync(Bureau, Quarter.Parse("2025Q3"), CancellationToken.None);
        await using var island = Island();
        await island.OpenAsync(RowOf("2025Q3"), "Lock");
        Assert.Contains("还有 189 项没有审核通过", island.Dialog.TextContent, StringComparison.Ordinal);
        await island.SendAsync();
        Assert.Equal("请先勾选确认。", island.FaultOf("confirm"));

        await island.TickAsync("confirm");
        await island.TypeAsync("reason", "个别单位补报，另行更正。");
        await island.SendAsync();

        Assert.Equal("2025年三季度已锁定。", island.Done);
        Assert.Equal("办理记录", island.Island.Find("[data-period='2025Q3'] [data-act]").TextContent);
    }

    [Fact]
    public async Task Plan_DaysOfTheRule_AreProposed_StandInTheTable_AndInTheHistoryWithTheReason()
    {
        await using var island = Island();
        await island.OpenAsync(RowOf("2025Q4"), "Plan");
        Assert.Equal(
            "2026-01-04 2026-01-15 2026-01-20 2026-02-12",
            string.Join(' ', Days.Select(field => island.Field(field).GetAttribute("value"))));
        await island.TypeAsync("closes", "2026-01-24");
        Assert.Contains("2026-01-24不上班", island.Dialog.QuerySelector("#day-off")!.TextContent, StringComparison.Ordinal);
        await island.TypeAsync("locks", "");
        await island.SendAsync();
        Assert.Contains("请写明安排的原因", island.FaultOf("reason"), StringComparison.Ordinal);

        await island.TypeAsync("reason", "按年度安排");
        await island.SendAsync();

        Assert.Equal("2025年四季度的定时安排已保存。", island.Done);
        Assert.Equal(
            "计划 2026-01-15；计划 2026-01-04；计划 2026-01-24",
            string.Join('；', island.Island.FindAll("[data-period='2025Q4'] small").Select(cell => cell.TextContent)));
        await island.OpenAsync(RowOf("2025Q4"), "History");
        Assert.EndsWith(
            "定时安排为2026-01-04 开放、2026-01-15 截止、2026-01-24 关闭；安排的原因：按年度安排",
            island.Dialog.QuerySelector("#history li")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_DaysThatCannotBeKept_AreToldAtTheirFields_AndKept()
    {
        await OpenPeriodAsync("2025Q3", new DateOnly(2025, 10, 20));
        await using var island = Island();
        await island.OpenAsync(RowOf("2025Q3"), "Plan");
        await island.TypeAsync("reason", "按年度安排");
        await island.TypeAsync("locks", "年底");
        await island.SendAsync();
        Assert.Equal("不是有效的日期，请按 2025-10-15 的格式填写。", island.FaultOf("locks"));
        await island.TypeAsync("locks", "");
        await island.TypeAsync("closes", "2025-10-20");

        await island.SendAsync();

        Assert.Equal("关闭日期应晚于截止日期（2025-10-20），截止当天仍可上报。", island.FaultOf("closes"));
        Assert.Equal("2025-10-20", island.Field("closes").GetAttribute("value"));
    }

    private static string RowOf(string period) => $"[data-period='{period}']";

    private AdminIsland<PeriodTable> Island() => new(Portal, Bureau);

    private Task<ReportingPeriod> OpenPeriodAsync(string period, DateOnly due) =>
        Portal.Services.GetRequiredService<PeriodService>().OpenAsync(Bureau, Quarter.Parse(period), due, CancellationToken.None);

    private async Task<int> ChangesAsync(string period)
    {
        await using var db = await Portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.AuditEvents.CountAsync(audit => audit.Kind == AuditKinds.PeriodChanged && audit.Subject == $"period {period}");
    }
}
