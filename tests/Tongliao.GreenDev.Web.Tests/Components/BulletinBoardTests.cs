using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Bulletins;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>通报拟稿 on the screen: words beside how they read, numbers read anew after a correction, and 印发.</summary>
public sealed class BulletinBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private const string Number = "10.奈曼旗.数值";

    private static readonly Quarter Third = new(2025, 3);

    [Fact]
    public async Task Text_WithAKeyInIt_ReadsAsTheNumber_WithTheWayToWhatItComesFrom()
    {
        await using var island = await OpenAsync();

        await TypeAsync(island, $"一、情况\n奈曼旗处理率{{{Number}}}，整改{{奈曼旗.整改事项}}<b>。");

        var link = island.Island.Find($".paper a[data-key='{Number}']");
        Assert.Equal(("97.00%", "/explain/150525/2025Q3/10?basis=submitted"), (link.TextContent, link.GetAttribute("href")));
        Assert.Equal("/rectifications?unit=150525", island.Island.Find(".paper a[data-key='奈曼旗.整改事项']").GetAttribute("href"));
        Assert.Equal("一、情况", island.Island.Find(".paper .first").TextContent);
        Assert.Contains("<b>。", island.Island.Find(".paper").TextContent, StringComparison.Ordinal);
        Assert.Empty(island.Island.FindAll("#unknown"));
    }

    [Fact]
    public async Task Text_WithAnUnknownKey_IsTold()
    {
        await using var island = await OpenAsync();

        await TypeAsync(island, "达标{全市.没有}。");

        Assert.Contains("{全市.没有}", island.Island.Find("#unknown").TextContent, StringComparison.Ordinal);
        Assert.Equal("{全市.没有}", island.Island.Find(".paper mark").TextContent);
    }

    [Fact]
    public async Task Insert_ChoicesOfUnitIndicatorAndWhat_SayWhatItIsNow()
    {
        await using var island = await OpenAsync();

        await ChooseAsync(island, "unit", "150525");
        await ChooseAsync(island, "indicator", "10");
        await ChooseAsync(island, "asked", "判定");
        Assert.Equal("现在是：达标", island.Island.Find("#insert .hint").TextContent);

        // What is not asked of all together is not what would be inserted.
        await ChooseAsync(island, "indicator", "0");
        Assert.Equal($"现在是：1项", island.Island.Find("#insert .hint").TextContent);
    }

    [Fact]
    public async Task Save_ThenIssue_ThenACorrection_RefreshedTheNumberChangesAndTheWordsDoNot()
    {
        await using var island = await OpenAsync();
        Assert.Empty(island.Island.FindAll("[data-act=Issue]"));
        var words = $"奈曼旗处理率{{{Number}}}。";
        await TypeAsync(island, words);
        await island.OpenAsync("#acts", "Save");
        await island.SendAsync();
        Assert.Equal("2025年三季度通报文稿已保存。", island.Done);

        await island.OpenAsync("#acts", "Issue");
        await island.SendAsync();
        Assert.Contains("请填写文号", island.FaultOf("documentNumber"), StringComparison.Ordinal);
        await island.TypeAsync("documentNumber", "通住建发〔2025〕12号");
        await island.SendAsync();
        Assert.Contains("已印发", island.Done, StringComparison.Ordinal);
        Assert.Contains("0 处不同", island.Island.Find("#differs").TextContent, StringComparison.Ordinal);

        await CorrectAsync();
        await island.Island.InvokeAsync(() => island.Island.Find("[data-act=Refresh]").ClickAsync(new()));

        Assert.Contains($"1处有变动：{Number}：97.00% → 60.00%", island.Done, StringComparison.Ordinal);
        Assert.Equal("60.00%", island.Island.Find($".paper a[data-key='{Number}']").TextContent);
        Assert.Equal(words, island.Island.Find("textarea").GetAttribute("value"));
        Assert.Equal([Number, "97.00%", "60.00%"], island.Island.Find($"[data-change='{Number}']").Children.Select(cell => cell.TextContent));
        Assert.Equal("更正印发", island.Island.Find("[data-act=Issue]").TextContent);
    }

    [Fact]
    public async Task Save_SomebodyElseWasFaster_ShowsBoth_AndKeepsWhatWasTyped()
    {
        await using var island = await OpenAsync();
        await TypeAsync(island, "我的正文。");
        await Portal.Services.GetRequiredService<BulletinService>().SaveAsync(
            Bureau, new SaveBulletin(Third, "标题", "各单位", "同事的正文。", "市住建局", 0), CancellationToken.None);

        await island.OpenAsync("#acts", "Save");
        await island.SendAsync();
        Assert.Contains("同事的正文。", island.Dialog.TextContent, StringComparison.Ordinal);
        await island.SendAsync();

        Assert.Equal("2025年三季度通报文稿已保存。", island.Done);
        Assert.Equal("我的正文。", island.Island.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task Propose_AndDiscard_LeaveWhatIsSaved()
    {
        await using var island = await OpenAsync();
        var proposed = island.Island.Find("textarea").GetAttribute("value");
        Assert.Contains("六、下一步工作", proposed, StringComparison.Ordinal);
        await TypeAsync(island, "我的正文。");

        await island.Island.InvokeAsync(() => island.Island.Find("[data-act=Propose]").ClickAsync(new()));
        Assert.Equal(proposed, island.Island.Find("textarea").GetAttribute("value"));
        await TypeAsync(island, "我的正文。");
        await island.Island.InvokeAsync(() => island.Island.Find("[data-act=Discard]").ClickAsync(new()));
        Assert.Equal(proposed, island.Island.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task Clerk_IsRefused()
    {
        var clerk = await ApprovedAsync();
        await using var island = new AdminIsland<BulletinBoard>(Portal, clerk, Parameters);

        Assert.Equal("通报和预警通知单由市住建局拟稿、印发。", island.Island.WaitForElement("[role=alert]").TextContent);
    }

    /// <summary>With a value of a quarter that is locked.</summary>
    private async Task<AdminIsland<BulletinBoard>> OpenAsync()
    {
        await ApprovedAsync();
        var island = new AdminIsland<BulletinBoard>(Portal, Bureau, Parameters);
        island.Island.WaitForElement("#acts");
        return island;
    }

    private async Task<Caller> ApprovedAsync()
    {
        var clerk = await ApprovedValue.MakeAsync(Portal, Bureau, Third, 97);
        await Portal.Services.GetRequiredService<PeriodService>().CloseAsync(Bureau, Third, CancellationToken.None);
        await Portal.Services.GetRequiredService<PeriodService>().LockAsync(Bureau, Third, CancellationToken.None);
        Portal.Time.Advance(TimeSpan.FromMinutes(1));
        return clerk;
    }

    private async Task CorrectAsync()
    {
        var (colleague, _) = await Portal.UserAsync(UserRole.Bureau);
        var corrections = Portal.Services.GetRequiredService<CorrectionService>();
        Portal.Time.Advance(TimeSpan.FromMinutes(1));
        var version = await ApprovedValue.VersionAsync(Portal, Bureau, Third);
        var id = await corrections.RequestAsync(
            Bureau,
            new RequestCorrection(ApprovedValue.Report(Third).Of(ApprovedValue.Treated), ApprovedValue.Inputs(60), "台账有遗漏，按实更正。", "由污水处理厂负责，年底前完成改造。", version),
            CancellationToken.None);
        Portal.Time.Advance(TimeSpan.FromMinutes(1));
        await corrections.DecideAsync(colleague, new DecideCorrection(id, IsApproved: true, "已与台账核对。"), CancellationToken.None);
    }

    private static void Parameters(ComponentParameterCollectionBuilder<BulletinBoard> board) => board.Add(b => b.Period, Third.ToString());

    private static Task TypeAsync(AdminIsland<BulletinBoard> island, string text) => ChangeAsync(island, "textarea[name=text]", text);

    private static Task ChooseAsync(AdminIsland<BulletinBoard> island, string select, string value) => ChangeAsync(island, $"select[name={select}]", value);

    private static Task ChangeAsync(AdminIsland<BulletinBoard> island, string field, string value) =>
        island.Island.InvokeAsync(() => island.Island.Find(field).ChangeAsync(new ChangeEventArgs { Value = value }));
}
