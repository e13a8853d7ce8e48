namespace Tongliao.GreenDev.Benchmarks;

/// <summary>Whole pages of the published portal, from the request to the last byte over loopback.</summary>
internal static class PageTable
{
    private static readonly (string LoginName, string Path)[] Pages =
    [
        ("lingdao", "/health/live"),
        ("lingdao", "/dashboard?period=2025Q3"),
        ("lingdao", "/indicators/8"),
        ("zhujian", "/review?period=2025Q3"),
        ("zhujian", "/review/150502?period=2025Q4"),
        ("zhujian", "/rectifications"),
        ("naiman-tb", "/entry?period=2025Q4"),
        ("naiman-tb", "/"),
        ("admin", "/admin/users"),
    ];

    public static async Task PrintAsync(int rounds)
    {
        await using var portal = await PublishedPortal.StartAsync();
        var visitors = new Dictionary<string, PublishedPortal.Visitor>();
        foreach (var name in Pages.Select(page => page.LoginName).Distinct())
        {
            visitors[name] = await portal.SignInAsync(name);
        }

        var timings = await Interleaved.RunAsync(
            rounds, [.. Pages.Select(page => new Job(page.Path, () => visitors[page.LoginName].GetAsync(page.Path)))]);

        var table = new MarkdownTable(Console.Out, "page", "p50 ms", "p95 ms", "HTML KB", "first visit KB");
        foreach (var ((loginName, path), timing) in Pages.Zip(timings))
        {
            var visitor = visitors[loginName];
            var html = await visitor.GetAsync(path);
            table.Row($"{path}", $"{timing.Median:0.0}", $"{timing.P95:0.0}", $"{html / 1000.0:0}", $"{await visitor.FirstVisitBytesAsync(path) / 1000.0:0}");
        }
    }
}
