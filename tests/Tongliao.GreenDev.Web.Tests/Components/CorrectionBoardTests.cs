using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Corrections;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>更正 on the screen: what is asked for, what it would change, and the decision of the bureau.</summary>
public sealed class CorrectionBoardTests(PostgresFixture postgres) : BureauTests(postgres)
{
    private const string Row = "[data-correction]";

    private static readonly Quarter Period = new(2025, 3);

    private Caller clerk = null!;

    [Fact]
    public async Task Board_NothingAsked_SaysWhereItIsAsked()
    {
        await using var island = Island(Bureau);

        Assert.Contains("还没有更正申请", island.Island.WaitForElement(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_ByTheBureau_ShowsEveryChangedLight_AsksForChoiceAndReason_AndStandsInTheTable()
    {
        await AskedAsync(97);
        await using var island = Island(Bureau);
        await island.OpenAsync(Row, "Decide");
        Assert.Contains(
            island.Dialog.QuerySelectorAll("#changes [data-other]").Select(change => change.TextContent),
            change => change.StartsWith("2025年三季度 奈曼旗 第10项：", StringComparison.Ordinal));
        await island.SendAsync();
        Assert.Contains("请选择批准或驳回", island.FaultOf("choice"), StringComparison.Ordinal);
        await island.TypeAsync("choice", "Approve");
        await island.TypeAsync("reason", "好");
        await island.SendAsync();
        Assert.Contains("原因", island.FaultOf("reason"), StringComparison.Ordinal);
        await island.TypeAsync("reason", "已与台账核对");
        await island.SendAsync();

        Assert.Equal("奈曼旗 2025年三季度 第10项的更正已批准。", island.Done);
        var row = island.Island.Find(Row);
        Assert.Equal("已批准", row.GetAttribute("data-state"));
        Assert.Contains("已与台账核对", row.TextContent, StringComparison.Ordinal);
        Assert.Empty(row.QuerySelectorAll("[data-act]"));
    }

    [Fact]
    public async Task Decide_ByAColleagueMeanwhile_IsToldAndTheTableReadAnew()
    {
        await AskedAsync(97);
        await using var island = Island(Bureau);
        await island.OpenAsync(Row, "Decide");
        var id = long.Parse(island.Island.Find(Row).GetAttribute("data-correction")!, System.Globalization.CultureInfo.InvariantCulture);
        await Portal.Services.GetRequiredService<CorrectionService>().DecideAsync(Bureau, new DecideCorrection(id, false, "台账不符，请核实"), CancellationToken.None);
        await island.TypeAsync("choice", "Approve");
        await island.TypeAsync("reason", "已与台账核对");
        await island.SendAsync();

        Assert.Contains("已经", island.Refusal, StringComparison.Ordinal);
        Assert.Equal("已与台账核对", island.Field("reason").GetAttribute("value"));
    }

    [Fact]
    public async Task Board_OfWhoAsked_OffersEvidenceAndTheEffect_NotTheDecision()
    {
        await AskedAsync(97);
        await using var island = Island(clerk);
        island.Island.WaitForElement($"{Row} [data-act=Support]");

        await island.OpenAsync(Row, "Decide");

        Assert.NotNull(island.Dialog.QuerySelector("#changes"));
        Assert.Null(island.Dialog.QuerySelector("#act-choice"));
    }

    [Fact]
    public async Task Decide_OwnRequestOfTheBureau_IsForAColleague()
    {
        await AskedAsync(97, byBureau: true);
        await using var island = Island(Bureau);

        await island.OpenAsync(Row, "Decide");

        Assert.Contains("请由市住建局其他人员办理", island.Dialog.TextContent, StringComparison.Ordinal);
        Assert.Null(island.Dialog.QuerySelector("#act-choice"));
    }

    private AdminIsland<CorrectionBoard> Island(Caller caller) => new(Portal, caller);

    /// <summary>A red value, approved, and a correction of it that nobody has decided on.</summary>
    private async Task AskedAsync(decimal numerator, bool byBureau = false)
    {
        clerk = await ApprovedValue.MakeAsync(Portal, Bureau, Period, 60);
        await Portal.Services.GetRequiredService<CorrectionService>().RequestAsync(
            byBureau ? Bureau : clerk,
            new RequestCorrection(
                ApprovedValue.Report(Period).Of(ApprovedValue.Treated),
                ApprovedValue.Inputs(numerator),
                "误填了上年数据，已核对。",
                "已核对台账。",
                await ApprovedValue.VersionAsync(Portal, clerk, Period)),
            CancellationToken.None);
    }
}
