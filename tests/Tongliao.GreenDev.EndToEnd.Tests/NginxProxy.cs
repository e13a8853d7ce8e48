using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A real nginx with the configuration that docker-compose.yml ships, on loopback and with a certificate of its own making.</summary>
public sealed partial class NginxProxy : IAsyncDisposable
{
    public const string Host = "localhost";

    /// <summary>Not the portal's, though the certificate names it too, so that a client gets as far as asking.</summary>
    public const string ForeignHost = "foreign.example";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    private readonly string folder = Directory.CreateTempSubdirectory("greendev-nginx-").FullName;
    private readonly Process process;
    private readonly Uri https = new(PortalProcess.FreeAddress());
    private readonly Uri http = new(PortalProcess.FreeAddress());

    private NginxProxy(string portal)
    {
        Certificate = WriteCertificate();
        File.WriteAllText(Path.Combine(folder, "greendev.conf"), Rendered(portal));
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), Surroundings());
        process = Process.Start(new ProcessStartInfo(Program(), ["-p", folder, "-e", Path.Combine(folder, "error.log"), "-c", Path.Combine(folder, "nginx.conf")]))!;
    }

    /// <summary>For visitors to trust.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Where people reach the portal.</summary>
    public string Address => $"https://{Host}:{https.Port}";

    /// <summary>Where they are who type no scheme.</summary>
    public string PlainAddress => $"http://{Host}:{http.Port}";

    /// <summary>What docker-compose.yml sets for a portal behind this proxy, with the test's name and network in place of those of .env.</summary>
    public static IEnumerable<KeyValuePair<string, string>> PortalSettings()
    {
        var own = new Dictionary<string, string> { ["GREENDEV_HOST"] = Host, ["GREENDEV_PROXY_NETWORK"] = "127.0.0.1/32" };
        return PortalSetting().Matches(File.ReadAllText(InRepository("docker-compose.yml"))).Select(setting => KeyValuePair.Create(
            setting.Groups[1].Value,
            Placeholder().Replace(setting.Groups[2].Value.Trim('"'), place => own[place.Groups[1].Value])));
    }

    public static async Task<NginxProxy> StartAsync(PortalProcess portal)
    {
        var proxy = new NginxProxy(new Uri(portal.Address).Authority);
        var started = Stopwatch.GetTimestamp();
        while (!await proxy.ListensAsync())
        {
            if (proxy.process.HasExited || Stopwatch.GetElapsedTime(started) > StartLimit)
            {
                var log = await File.ReadAllTextAsync(Path.Combine(proxy.folder, "error.log"));
                await proxy.DisposeAsync();
                throw new InvalidOperationException("nginx did not start: " + log);
            }

            await Task.Delay(50);
        }

        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync().WaitAsync(StartLimit);
        }

        process.Dispose();
        Certificate.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What nginx's image has around the template. One process, which ends with the test and needs no account of its own.</summary>
    private string Surroundings() =>
        $$"""
        daemon off;
        master_process off;
        pid {{folder}}/nginx.pid;
        events {}
        http {
            access_log off;
            client_body_temp_path {{folder}}/body;
            proxy_temp_path {{folder}}/proxy;
            fastcgi_temp_path {{folder}}/fastcgi;
            uwsgi_temp_path {{folder}}/uwsgi;
            scgi_temp_path {{folder}}/scgi;
            include {{folder}}/greendev.conf;
        }
        """;

    private string Rendered(string portal)
    {
        var values = new Dictionary<string, string>
        {
            ["GREENDEV_HOST"] = Host,
            ["GREENDEV_PORTAL"] = portal,
            ["GREENDEV_HTTP_LISTEN"] = http.Authority,
            ["GREENDEV_HTTPS_LISTEN"] = https.Authority,
            ["GREENDEV_CERTIFICATE"] = folder,
        };
        return Placeholder().Replace(
            File.ReadAllText(InRepository("eng/nginx/greendev.conf.template")),
            place => values.GetValueOrDefault(place.Groups[1].Value, place.Value));
    }

    private X509Certificate2 WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        names.AddDnsName(ForeignHost);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    private async Task<bool> ListensAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, https.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Program() => File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx";

    private static string InRepository(string path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Tongliao.GreenDev.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests run within the repository.");
        }

        return Path.Combine(root.FullName, path);
    }

    [GeneratedRegex(@"^ +((?:Web|Proxy)__\w+): (.+)$", RegexOptions.Multiline)]
    private static partial Regex PortalSetting();

    /// <summary>As a shell and docker compose write them, a default or a complaint behind the name included.</summary>
    [GeneratedRegex(@"\$\{(\w+)(?::[-?][^}]*)?\}")]
    private static partial Regex Placeholder();
}
