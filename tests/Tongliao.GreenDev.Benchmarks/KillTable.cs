using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Benchmarks;

/// <summary>Edits through the API of the published portal while it and its database are killed; nothing may be lost or doubled.</summary>
internal static class KillTable
{
    public static async Task PrintAsync(int edits, int kills)
    {
        var portal = new PortalProcess();
        await portal.RunAsync("seed-demo");
        await using var run = await KilledEdits.BeginAsync(
            portal, seed: Environment.TickCount, ("naiman-tb", "150525"), ("kulun-tb", "150524"), ("zuohou-tb", "150522"), ("zhalute-tb", "150526"));
        var result = await run.RunAsync(edits, kills);

        Console.WriteLine("| edits acknowledged | kills (portal, server and portal, one server process) | sent again | lost | doubled | s |");
        Console.WriteLine("| -- | -- | -- | -- | -- | -- |");
        Console.WriteLine(result);
        if (result is not { Lost: 0, Doubled: 0 })
        {
            throw new InvalidOperationException("Edits were lost or doubled.");
        }
    }
}
