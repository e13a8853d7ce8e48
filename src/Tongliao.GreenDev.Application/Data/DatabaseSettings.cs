using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>What every context of the database is made with.</summary>
public static class DatabaseSettings
{
    /// <summary>PostgreSQL with names as a person can type them there unquoted.</summary>
    /// <param name="options">Of a context.</param>
    /// <param name="connectionString">PostgreSQL 15 or later.</param>
    /// <param name="configure">What only some contexts have, such as patience.</param>
    public static DbContextOptionsBuilder UseGreenDevDatabase(
        this DbContextOptionsBuilder options, string connectionString, Action<NpgsqlDbContextOptionsBuilder>? configure = null) =>
        options.UseNpgsql(connectionString, configure).UseSnakeCaseNamingConvention();

    /// <inheritdoc cref="UseGreenDevDatabase(DbContextOptionsBuilder, string, Action{NpgsqlDbContextOptionsBuilder}?)"/>
    public static DbContextOptionsBuilder<T> UseGreenDevDatabase<T>(this DbContextOptionsBuilder<T> options, string connectionString)
        where T : DbContext
    {
        UseGreenDevDatabase((DbContextOptionsBuilder)options, connectionString);
        return options;
    }
}
