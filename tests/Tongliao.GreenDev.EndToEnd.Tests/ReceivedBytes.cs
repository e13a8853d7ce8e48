namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>What a page receives over the wire, circuit included.</summary>
public sealed class ReceivedBytes
{
    /// <summary>Islands whose circuit does not stand yet, and lists that wait for their rows.</summary>
    public const string Unfinished = "[data-island]:not([data-interactive]), .loading, .mud-table-loading, .mud-table:not(:has(tbody td :is(a, button), .empty))";

    private readonly ICDPSession network;
    private long bytes;

    private ReceivedBytes(ICDPSession network)
    {
        this.network = network;
        network.Event("Network.loadingFinished").OnEvent += (_, data) =>
            Interlocked.Add(ref bytes, (long)data!.Value.GetProperty("encodedDataLength").GetDouble());
        network.Event("Network.webSocketFrameReceived").OnEvent += (_, data) =>
            Interlocked.Add(ref bytes, data!.Value.GetProperty("response").GetProperty("payloadData").GetString()!.Length * 3L / 4);
    }

    public static async Task<ReceivedBytes> CountAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var received = new ReceivedBytes(session);
        await session.SendAsync("Network.enable");
        return received;
    }

    /// <summary>As on the first visit ever.</summary>
    public async Task ForgetFilesAsync() => await network.SendAsync("Network.clearBrowserCache");

    /// <summary>In KB, of 1,024 bytes each, until the page is at rest.</summary>
    public Task<long> OfVisitAsync(IPage page, string address) => OfAsync(page, () => page.GotoAsync(address));

    /// <inheritdoc cref="OfVisitAsync"/>
    public async Task<long> OfAsync(IPage page, Func<Task> act)
    {
        Interlocked.Exchange(ref bytes, 0);
        await act();
        await Expect(page.Locator(Unfinished)).ToHaveCountAsync(0);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return Interlocked.Read(ref bytes) / 1024;
    }
}
