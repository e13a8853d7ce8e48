using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Calendar;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Admin;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>工作日历: what the yearly notice arranges, shown by month and entered in a dialog.</summary>
public sealed class CalendarBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    [Fact]
    public async Task Data_AYearOfANotice_SpansAndMonths()
    {
        await using var island = Island(2025);

        island.Island.WaitForElement("#spans");
        var rows = island.Island.FindAll("#spans tbody tr");
        Assert.Contains(rows, row => row.TextContent.Contains("10月1日—8日（8天）", StringComparison.Ordinal) && row.TextContent.Contains("国庆节、中秋节", StringComparison.Ordinal));
        Assert.Equal(12, island.Island.FindAll("caption").Count(caption => caption.TextContent.Contains("个工作日", StringComparison.Ordinal)));
        Assert.Contains(island.Island.FindAll("caption"), caption => caption.TextContent == "10月18 个工作日");
        Assert.Equal("9", island.Island.Find("[aria-current=date]").TextContent.Trim());
    }

    [Fact]
    public async Task Empty_AYearWithoutANotice_SaysSo()
    {
        await using var island = Island(2027);

        Assert.Contains("2027年的节假日安排尚未录入", island.Island.WaitForElement("#unknown-year").TextContent, StringComparison.Ordinal);
        Assert.Empty(island.Island.FindAll("#spans tbody tr"));
    }

    [Fact]
    public async Task Arrange_FaultsAreToldAtTheirFields_ThenStored()
    {
        await using var island = Island(2027);
        await island.OpenAsync("section, p.actions", "Arrange");
        await island.TypeAsync("from", "十月一日");
        await island.SendAsync();
        Assert.Equal("起始日期不是有效的日期，请按 2025-10-15 的格式填写。", island.FaultOf("from"));

        await island.TypeAsync("from", "2027-10-01");
        await island.TypeAsync("to", "2027-10-07");
        await island.TypeAsync("kind", "Off");
        await island.SendAsync();
        Assert.Equal("请写明节日或事由，最多40个字，例如“国庆节”。", island.FaultOf("name"));
        Assert.Equal("2027-10-07", island.Field("to").GetAttribute("value"));

        await island.TypeAsync("name", "国庆<b>节");
        await island.TypeAsync("document", "国务院办公厅关于2027年部分节假日安排的通知");
        await island.SendAsync();
        Assert.Equal("已录入7天：放假。", island.Done);
        Assert.Contains("国庆<b>节", island.Island.Find("#spans tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Empty(island.Island.FindAll("#unknown-year"));
    }

    [Fact]
    public async Task Arrange_ChangedMeanwhile_IsToldAndKept()
    {
        await using var island = Island(2027);
        await island.OpenAsync("section, p.actions", "Arrange");
        await island.TypeAsync("from", "2027-10-01");
        await island.TypeAsync("kind", "Off");
        await island.TypeAsync("name", "国庆节");
        await island.TypeAsync("document", "通知");
        await Portal.Services.GetRequiredService<CalendarService>().ArrangeAsync(
            Bureau, new ArrangeDays(new DateOnly(2027, 1, 1), null, DayKind.Off, "元旦", "通知", null), CancellationToken.None);
        await island.SendAsync();
        Assert.NotNull(island.Refusal);
        Assert.Equal("国庆节", island.Field("name").GetAttribute("value"));

        await island.SendAsync();
        Assert.Equal(2, (await Portal.Services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None)).Calendar.Arranged.Count(day => day.Day.Year == 2027));
    }

    private AdminIsland<CalendarBoard> Island(int year) => new(Portal, Bureau, board => board.Add(b => b.Year, year));
}
