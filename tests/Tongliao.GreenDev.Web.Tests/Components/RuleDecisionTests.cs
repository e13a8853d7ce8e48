using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Rules;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>The bureau makes a trial hold, in a dialog that asks for what stands behind it.</summary>
public sealed class RuleDecisionTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private static readonly string[] Terms = ["reading.Q5~more-than"];

    [Fact]
    public async Task Decide_FaultsAreToldAtTheirFields_ThenItHolds()
    {
        await using var island = Island(version: 0);
        await island.OpenAsync("p.actions", "Decide");
        Assert.Empty(island.Island.FindAll("#act-isCorrection"));
        await island.SendAsync();
        Assert.Equal("请填写依据文件的名称或文号，最多200个字，不能有换行。", island.FaultOf("document"));
        Assert.Equal("请填写作出决定的机关，最多200个字，不能有换行。", island.FaultOf("decidedBy"));

        await island.TypeAsync("document", "通政办发〔2025〕12号");
        await island.TypeAsync("decidedBy", "市人民政府办公室");
        await island.TypeAsync("reason", "自治区口径明确");
        await island.SendAsync();

        Assert.Equal("判定规则已调整，未锁定的季度按新规定判定。", island.Done);
        var overview = await Portal.Services.GetRequiredService<RuleQueries>().OverviewAsync(Bureau, CancellationToken.None);
        Assert.Equal("more-than", Assert.Single(overview.Questions.Single(line => line.Question.Id == "Q5").Answers).ReadingKey);
    }

    [Fact]
    public async Task Decide_OnRulesThatHaveChanged_IsToldWhoChangedThem()
    {
        await Portal.Services.GetRequiredService<RuleService>().DecideAsync(
            Bureau, new DecideRules([new ReadingTerm("Q6", "uncorrected")], new DateOnly(2025, 1, 1), "通政办发〔2025〕11号", "市人民政府", "核定口径变化", IsCorrection: false, 0), CancellationToken.None);
        await using var island = Island(version: 0);
        await island.OpenAsync("p.actions", "Decide");
        await island.TypeAsync("document", "通政办发〔2025〕12号");
        await island.TypeAsync("decidedBy", "市人民政府办公室");
        await island.TypeAsync("reason", "自治区口径明确");
        await island.SendAsync();

        Assert.Contains("判定规则在您打开之后已被", island.Refusal, StringComparison.Ordinal);
        Assert.True(island.IsDialogOpen);
    }

    private AdminIsland<RuleDecisionBoard> Island(int version) => new(Portal, Bureau, parameters => parameters
        .Add(board => board.Terms, Terms).Add(board => board.From, "2024-01-01").Add(board => board.Version, version).Add(board => board.Locked, 0));
}
