using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>
/// The roles of the embedded server below its superuser: one owns the database and migrates it, the portal serves as the
/// other. Neither is a superuser or a member of another role, so that no statement of the portal can rise.
/// </summary>
internal static class EmbeddedRoles
{
    public const string Owner = "greendev_owner";
    public const string Portal = "greendev_portal";

    /// <summary>Follows from the administrator's password and does not tell it: one file to keep, and every process knows them.</summary>
    public static string PasswordOf(string role, string administratorPassword) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(administratorPassword), Encoding.UTF8.GetBytes(role)));

    /// <summary>Makes the roles, or makes them again what they have to be.</summary>
    public static async Task EnsureAsync(NpgsqlConnection administrator, string password, CancellationToken ct)
    {
        foreach (var role in new[] { Owner, Portal })
        {
            await using var exists = new NpgsqlCommand($"SELECT 1 FROM pg_roles WHERE rolname = '{role}'", administrator);
            var verb = await exists.ExecuteScalarAsync(ct) is null ? "CREATE" : "ALTER";
            await using var make = new NpgsqlCommand(
                $"{verb} ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '{PasswordOf(role, password)}'",
                administrator);
            await make.ExecuteNonQueryAsync(ct);
        }
    }
}
