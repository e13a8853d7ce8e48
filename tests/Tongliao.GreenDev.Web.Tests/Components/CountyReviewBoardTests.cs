using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Admin;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>Whether a unit's county reviews (县级审核), switched by the bureau with a document.</summary>
public sealed class CountyReviewBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private const string Row = "[data-unit='150525']";
    private const string Document = "通住建发〔2025〕31号";

    [Fact]
    public async Task Board_NothingOrdered_EveryUnitReviews()
    {
        await using var island = Island();

        island.Island.WaitForElement(Row);

        Assert.Equal(9, island.Island.FindAll("[data-reviewed=true] [data-act=Off]").Count);
        Assert.Empty(island.Island.FindAll("[data-reviewed=false]"));
    }

    [Fact]
    public async Task Set_OffAndOnAgain_StandsWithItsDocumentAndTheOneBefore()
    {
        await using var island = Island();
        await island.OpenAsync(Row, "Off");
        await island.SendAsync();
        Assert.Contains("依据文件", island.FaultOf("document"), StringComparison.Ordinal);
        await island.TypeAsync("document", Document);
        await island.SendAsync();

        Assert.Equal("奈曼旗的县级审核已取消，今后上报直接到市。", island.Done);
        Assert.Equal(["奈曼旗", "已取消", Document], Cells(island)[..3]);
        await island.OpenAsync(Row, "On");
        await island.TypeAsync("document", "通住建发〔2025〕40号");
        await island.SendAsync();

        Assert.Equal("奈曼旗的县级审核已恢复。", island.Done);
        Assert.Equal(["奈曼旗", "实行"], Cells(island)[..2]);
        Assert.Equal($"此前：取消，{Document}（2025-10-09 09:00）", island.Island.Find($"{Row} .earlier").TextContent);
    }

    [Fact]
    public async Task Set_ByAColleagueMeanwhile_IsToldBesideWhatWasTyped()
    {
        await using var island = Island();
        await island.OpenAsync(Row, "Off");
        await Portal.Services.GetRequiredService<CountyReviewService>().SetAsync(
            Bureau, new SetCountyReview("150525", false, "同事的文件", 0), CancellationToken.None);
        await island.TypeAsync("document", Document);
        await island.SendAsync();

        Assert.Equal(["取消", "已取消", Document, "同事的文件"], island.Dialog.QuerySelectorAll("[data-conflict] td").Select(cell => cell.TextContent));
        Assert.Equal(Document, island.Field("document").GetAttribute("value"));
    }

    [Fact]
    public async Task Board_OfAnotherRole_IsRefused()
    {
        var (clerk, _) = await Portal.UserAsync(UserRole.Clerk);
        await using var island = new AdminIsland<CountyReviewBoard>(Portal, clerk);

        Assert.Contains("市住建局", island.Island.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(island.Island.FindAll("[data-act]"));
    }

    private static List<string> Cells(AdminIsland<CountyReviewBoard> island) =>
        [.. island.Island.Find(Row).Children.Select(cell => cell.FirstElementChild is { TagName: "SPAN" } badge ? badge.TextContent : cell.FirstChild!.TextContent.Trim())];

    private AdminIsland<CountyReviewBoard> Island() => new(Portal, Bureau);
}
