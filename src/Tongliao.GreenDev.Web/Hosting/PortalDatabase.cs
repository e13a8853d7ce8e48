using Tongliao.GreenDev.EmbeddedPostgres;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>The server behind the portal: the configured one, or an own one under the data folder that stops with the portal.</summary>
public sealed class PortalDatabase : IAsyncDisposable
{
    public const string ConnectionName = "GreenDev";
    public const string OwnerConnectionName = "GreenDevOwner";

    private readonly EmbeddedServer? own;

    private PortalDatabase(string connectionString, string? ownerConnectionString, EmbeddedServer? own)
    {
        ConnectionString = connectionString;
        OwnerConnectionString = ownerConnectionString;
        this.own = own;
    }

    /// <summary>What the portal serves with.</summary>
    public string ConnectionString { get; }

    /// <summary>What it migrates with; null where no other is configured.</summary>
    public string? OwnerConnectionString { get; }

    /// <exception cref="EmbeddedServerException">The own server cannot be started; the message says what to do.</exception>
    public static async Task<PortalDatabase> OpenAsync(IConfiguration configuration, ILoggerFactory logging)
    {
        if (configuration.GetConnectionString(ConnectionName) is { Length: > 0 } configured)
        {
            var owner = configuration.GetConnectionString(OwnerConnectionName);
            return new PortalDatabase(configured, string.IsNullOrEmpty(owner) ? null : owner, own: null);
        }

        var own = await EmbeddedServer.StartAsync(
            DataFolder.Find(configuration), logging.CreateLogger<EmbeddedServer>(), CancellationToken.None);
        return new PortalDatabase(own.ConnectionString, own.OwnerConnectionString, own);
    }

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }
}
