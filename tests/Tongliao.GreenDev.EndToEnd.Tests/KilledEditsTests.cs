namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A small run of what the benchmarks do with 10,000 edits and 20 kills.</summary>
public sealed class KilledEditsTests(DemoData data, ITestOutputHelper output)
{
    [Fact]
    public async Task Edits_WhilePortalAndDatabaseAreKilled_AreNeitherLostNorDoubled()
    {
        var portal = new PortalProcess();
        await data.CopyToAsync(portal);
        await using var run = await KilledEdits.BeginAsync(portal, seed: 20251128, ("naiman-tb", "150525"), ("kulun-tb", "150524"));

        var result = await run.RunAsync(edits: 300, kills: 3);

        output.WriteLine(result.ToString());
        Assert.Equal((300, 0, 0), (result.Acknowledged, result.Lost, result.Doubled));
        Assert.Equal((1, 1, 1), (result.PortalKills, result.ServerKills, result.ProcessKills));
        Assert.True(result.SentAgain > 0);
    }
}
