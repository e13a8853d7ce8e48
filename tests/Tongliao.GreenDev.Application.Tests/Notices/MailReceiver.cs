using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Tongliao.GreenDev.Application.Tests.Notices;

/// <summary>A mail server on loopback: speaks as much SMTP as a client needs, with STARTTLS and a sign-in where it is told so, and keeps what it took.</summary>
internal sealed class MailReceiver : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task accepting;

    public MailReceiver()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Each mail whole.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>What was offered as user and password.</summary>
    public ConcurrentQueue<string> SignIns { get; } = new();

    /// <summary>Offers STARTTLS with it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>As PLAIN says it: an empty name, user and password; null for no sign-in.</summary>
    public string? Password { get; init; }

    /// <summary>What every recipient is answered.</summary>
    public string Recipient { get; set; } = "250 fine";

    /// <summary>What every sender is answered.</summary>
    public string Sender { get; set; } = "250 fine";

    /// <summary>Never says a word.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Runs when a mail has been taken, before that is answered.</summary>
    public Func<Task> Taking { get; set; } = () => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(stopping.Token);
            try
            {
                await (IsSilent ? Task.Delay(TimeSpan.FromSeconds(3), stopping.Token) : SpeakAsync(client.GetStream(), isSecret: false, "220 local"));
            }
            catch (Exception fault) when (fault is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The other side has gone.
            }
        }
    }

    private async Task SpeakAsync(Stream stream, bool isSecret, string? greeting)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        if (greeting is not null)
        {
            await writer.WriteLineAsync(greeting);
        }

        while (await reader.ReadLineAsync(stopping.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteAsync("250-local\r\n" + (Certificate is not null && !isSecret ? "250-STARTTLS\r\n" : "") + (Password is null ? "" : "250-AUTH PLAIN\r\n") + "250 SIZE 1000000\r\n");
                    break;
                case "STARTTLS":
                    await writer.WriteLineAsync("220 go on");
                    await using (var secret = new SslStream(stream, leaveInnerStreamOpen: true))
                    {
                        await secret.AuthenticateAsServerAsync(Certificate!);
                        await SpeakAsync(secret, isSecret: true, greeting: null);
                    }

                    return;
                case "AUTH":
                    var said = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2]));
                    SignIns.Enqueue(said);
                    await writer.WriteLineAsync(said == Password ? "235 welcome" : "535 wrong");
                    break;
                case "MAIL":
                    await writer.WriteLineAsync(Sender);
                    break;
                case "RCPT":
                    await writer.WriteLineAsync(Recipient);
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    Taken.Enqueue(await LetterAsync(reader));
                    await Taking();
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 fine");
                    break;
            }
        }
    }

    private async Task<string> LetterAsync(StreamReader reader)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(stopping.Token) is { } line && line != ".")
        {
            letter.AppendLine(line);
        }

        return letter.ToString();
    }
}
