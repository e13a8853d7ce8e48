using Npgsql;

namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>Connects to the server of a data folder.</summary>
internal static class ServerProbe
{
    /// <summary>The cluster's superuser: makes roles and the database, and does nothing else.</summary>
    public const string Administrator = "greendev";

    private const string Database = "greendev";

    /// <summary>Below the server's 100, with room for a verb beside the portal.</summary>
    private const int PoolSize = 80;

    private const int ConnectSeconds = 5;

    /// <param name="server">Where.</param>
    /// <param name="password">The administrator's; those of the others follow from it.</param>
    /// <param name="role">As whom.</param>
    public static string ConnectionString(PostmasterFile server, string password, string role) =>
        Describe(server, role, role == Administrator ? password : EmbeddedRoles.PasswordOf(role, password), Database).ConnectionString;

    public static async Task<ServerAnswer> AskAsync(
        PostmasterFile server, string password, string cluster, CancellationToken ct)
    {
        try
        {
            await using var connection = await OpenAsync(server, password, ct);
            await using var command = new NpgsqlCommand("SELECT current_setting('data_directory')", connection);
            return IsSamePath(await command.ExecuteScalarAsync(ct) as string, cluster)
                ? ServerAnswer.Ours
                : ServerAnswer.Stranger;
        }
        catch (PostgresException exception)
        {
            return exception.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
                ? ServerAnswer.Stranger
                : ServerAnswer.Busy;
        }
        catch (NpgsqlException exception)
        {
            // A listener that accepts and then says nothing lives; it only has no time.
            return exception.InnerException is TimeoutException ? ServerAnswer.Busy : ServerAnswer.Silence;
        }
    }

    /// <summary>Makes what is missing of roles and database.</summary>
    public static async Task PrepareAsync(PostmasterFile server, string password, CancellationToken ct)
    {
        await using var connection = await OpenAsync(server, password, ct);
        await EmbeddedRoles.EnsureAsync(connection, password, ct);
        await using var exists = new NpgsqlCommand($"SELECT 1 FROM pg_database WHERE datname = '{Database}'", connection);
        if (await exists.ExecuteScalarAsync(ct) is null)
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE {Database} OWNER {EmbeddedRoles.Owner}", connection);
            await create.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(PostmasterFile server, string password, CancellationToken ct)
    {
        var builder = Describe(server, Administrator, password, "postgres");
        builder.Pooling = false;
        builder.Timeout = ConnectSeconds;
        var connection = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder Describe(PostmasterFile server, string user, string password, string database) => new()
    {
        Host = server.Host,
        Port = server.Port,
        Username = user,
        Password = password,
        Database = database,
        MaxPoolSize = PoolSize,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        // A server that had taken our place could otherwise ask for the password in clear.
        RequireAuth = "ScramSHA256",
    };

    private static bool IsSamePath(string? reported, string cluster) => reported is not null && string.Equals(
        Path.GetFullPath(reported),
        cluster,
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}
