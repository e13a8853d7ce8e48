using System.Net.Http.Json;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>Beside the plan of the demo that of a region with 103 counties, loaded from its file, one quarter of it open.</summary>
public sealed class TwoPlansPortal(DemoData data) : DemoPortal(data)
{
    public const string Quarter = "2026Q1";

    /// <summary>A county of the second league, which has the clerk <c>xian-tb</c>.</summary>
    public static readonly string County = RegionalPlanFile.CountyCode(2, 3);

    private readonly string folder = PassingFolder.New("gdf");

    /// <summary>One-time password of the clerk.</summary>
    public string ClerkPassword { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (await Api.PostAsJsonAsync($"/api/v1/periods/{Quarter}/open?plan={RegionalPlanFile.Key}", new { due = "2026-04-15" })).EnsureSuccessStatusCode();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    protected override async Task PrepareAsync()
    {
        await Process.RunAsync("load-plan", RegionalPlanFile.WriteTo(folder));
        ClerkPassword = await Process.LastLineAsync(
            "create-user", "--name", "xian-tb", "--role", "clerk", "--plan", RegionalPlanFile.Key, "--region", County, "--display-name", "县填报员");
    }
}
