using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Baselines;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Baselines;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>基数申报: what each person may do in the list, and what is said of it.</summary>
public sealed class BaselineFilingBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private const string Row = "[data-filing='150525-16']";

    [Fact]
    public async Task Clerk_States_BureauAdopts()
    {
        var (clerk, _) = await Portal.UserAsync();
        await using (var board = Board(clerk))
        {
            await board.OpenAsync(Row, "File");
            await board.TypeAsync("inputs-amount", "1.5");
            await board.SendAsync();
            Assert.Contains("请写明依据和说明", board.FaultOf("ground"), StringComparison.Ordinal);
            await board.TypeAsync("ground", "2023年城建统计年报");
            await board.SendAsync();
            Assert.Equal("第16项的基数已申报，等待市住建局审核。", board.Done);
            Assert.Empty(board.Island.FindAll("[data-act=Decide]"));
        }

        await using var desk = Board(Bureau);
        Assert.Empty(desk.Island.FindAll("[data-act=File]"));
        await desk.OpenAsync(Row, "Decide");
        await desk.SendAsync();
        Assert.Equal("请选择采用或退回。", desk.FaultOf("choice"));
        await desk.TypeAsync("choice", nameof(FilingChoice.Adopt));
        await desk.SendAsync();

        Assert.Equal("奈曼旗 第16项的基数申报已采用。", desk.Done);
        Assert.Equal("已采用", desk.Island.Find(Row).GetAttribute("data-state"));
        Assert.Equal(1.5m, (await Portal.Services.GetRequiredService<BaselineFilingQueries>().ListAsync(Bureau, CancellationToken.None)).Lines
            .Single(line => line is { Unit.Code: "150525", Indicator.Number: 16 }).Baseline!.Inputs.Amount);
    }

    [Fact]
    public async Task Leader_ReadsAllUnits_AndDoesNothing()
    {
        var (leader, _) = await Portal.UserAsync(UserRole.Leader);
        await using var board = Board(leader);

        board.Island.WaitForElement("#filings");
        Assert.Equal(27, board.Island.FindAll("[data-filing]").Count);
        Assert.Empty(board.Island.FindAll("#filings button"));
    }

    private AdminIsland<BaselineFilingBoard> Board(Caller caller) => new(Portal, caller);
}
