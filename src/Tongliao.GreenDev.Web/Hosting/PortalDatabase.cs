using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>The server behind the portal: the configured one, or an own one under the data folder that stops with the portal.</summary>
public sealed class PortalDatabase : IAsyncDisposable
{
    public const string ConnectionName = "GreenDev";

    private readonly EmbeddedPostgres? own;

    private PortalDatabase(string connectionString, EmbeddedPostgres? own)
    {
        ConnectionString = connectionString;
        this.own = own;
    }

    public string ConnectionString { get; }

    /// <exception cref="EmbeddedPostgresException">The own server cannot be started; the message says what to do.</exception>
    public static async Task<PortalDatabase> OpenAsync(IConfiguration configuration, ILogger logger)
    {
        if (configuration.GetConnectionString(ConnectionName) is { Length: > 0 } configured)
        {
            return new PortalDatabase(configured, own: null);
        }

        var own = await EmbeddedPostgres.StartAsync(DataFolder.Find(configuration), logger, CancellationToken.None);
        return new PortalDatabase(own.ConnectionString, own);
    }

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }
}
