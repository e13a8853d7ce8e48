[assembly: AssemblyFixture(typeof(Tongliao.GreenDev.EndToEnd.Tests.DemoData))]

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>The demo data, loaded once: the portals of all classes begin on copies of it.</summary>
public sealed class DemoData : IAsyncLifetime
{
    private readonly PortalProcess seeded = new();

    /// <summary>Of the bureau's <c>zhujian</c>.</summary>
    public string Token { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await seeded.RunAsync("seed-demo");
        Token = await seeded.LastLineAsync("create-token", "--user", "zhujian");
    }

    /// <summary>Serves a portal on a copy.</summary>
    public async Task ServeAsync(PortalProcess portal)
    {
        await CopyToAsync(portal);
        await portal.ServeAsync();
    }

    /// <summary>Gives a portal a copy of it.</summary>
    public Task CopyToAsync(PortalProcess portal) => portal.TakeDataOfAsync(seeded);

    public ValueTask DisposeAsync() => seeded.DisposeAsync();
}
