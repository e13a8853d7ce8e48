using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>
/// The line from browsers to a portal, which can be slow, go silent, be cut and be mended. A browser's own offline switch leaves
/// open web sockets as they are.
/// </summary>
internal sealed class Line : IAsyncDisposable
{
    private const int BufferBytes = 16 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int portalPort;
    private readonly ConcurrentDictionary<Connection, Task> connections = new();
    private readonly Task accepting;
    private volatile bool isCut;
    private long passed;
    private volatile TaskCompletionSource? held;

    public Line(string portalAddress)
    {
        portalPort = new Uri(portalAddress).Port;
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        accepting = AcceptAsync();
    }

    /// <summary>Where browsers go instead of to the portal.</summary>
    public string Address { get; }

    /// <summary>Bytes that browsers have received, as they went over the line.</summary>
    public long Received => Interlocked.Read(ref passed);

    /// <summary>Loses from now on what is sent over open connections, and nobody notices yet.</summary>
    public void Silence()
    {
        foreach (var connection in connections.Keys)
        {
            connection.IsSilent = true;
        }
    }

    /// <summary>Keeps what the portal answers on its way until <see cref="LetAnswersThrough"/>: a line as slow as the test needs it.</summary>
    public void HoldAnswers() => held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetAnswersThrough()
    {
        held?.SetResult();
        held = null;
    }

    /// <summary>Breaks every connection and takes no other until it is mended.</summary>
    public void Cut()
    {
        isCut = true;
        foreach (var connection in connections.Keys)
        {
            connection.Dispose();
        }
    }

    public void Mend() => isCut = false;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        LetAnswersThrough();
        Cut();
        await accepting;
        await Task.WhenAll(connections.Values);
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = new Connection(await listener.AcceptTcpClientAsync());
                if (isCut)
                {
                    connection.Dispose();
                }
                else
                {
                    connections[connection] = PassAsync(connection);
                }
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task PassAsync(Connection connection)
    {
        await Task.Yield();
        using (connection)
        {
            try
            {
                await connection.Portal.ConnectAsync(IPAddress.Loopback, portalPort);
                await Task.WhenAny(PassAsync(connection, connection.Browser, connection.Portal), PassAsync(connection, connection.Portal, connection.Browser));
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException)
            {
                // The portal is away, or the line was cut.
            }
        }

        connections.TryRemove(connection, out _);
    }

    private async Task PassAsync(Connection connection, TcpClient from, TcpClient to)
    {
        var buffer = new byte[BufferBytes];
        try
        {
            while (await from.GetStream().ReadAsync(buffer) is > 0 and var read)
            {
                if (from == connection.Portal && held is { } answers)
                {
                    await answers.Task;
                }

                if (!connection.IsSilent)
                {
                    if (from == connection.Portal)
                    {
                        Interlocked.Add(ref passed, read);
                    }

                    await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
                }
            }
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Either end went away, or the line was cut.
        }
    }

    private sealed class Connection(TcpClient browser) : IDisposable
    {
        private volatile bool isSilent;

        public TcpClient Browser => browser;

        public TcpClient Portal { get; } = new() { NoDelay = true };

        public bool IsSilent
        {
            get => isSilent;
            set => isSilent = value;
        }

        public void Dispose()
        {
            Browser.Dispose();
            Portal.Dispose();
        }
    }
}
