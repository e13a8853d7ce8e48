using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Tests.Changes;

/// <summary>One portal of several on a database, with somebody who listens to its changes.</summary>
internal sealed class Node : IAsyncDisposable
{
    private const string MarkPrefix = "mark-";

    /// <summary>Shorter than the silence after which a node reads although nothing woke it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly NpgsqlDataSource source;
    private readonly Channel<ReportChange> told = Channel.CreateUnbounded<ReportChange>();

    private Node(string connection, ServiceProvider services)
    {
        source = NpgsqlDataSource.Create(connection);
        Services = services;
        Services.GetRequiredService<ReportChanges>().Changed += change => told.Writer.TryWrite(change);
    }

    public ServiceProvider Services { get; }

    public static async Task<Node> StartAsync(string connection, TimeProvider time, params IInterceptor[] interceptors)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(time)
            .AddGreenDevApplication(connection, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"))
            .ConfigureDbContext<GreenDevDbContext>(options => options.AddInterceptors(interceptors))
            .BuildServiceProvider();
        var node = new Node(connection, services);
        await services.GetRequiredService<ChangeDispatcher>().StartAsync(CancellationToken.None);
        return node;
    }

    /// <summary>What the node was told of what is committed by now, and was not asked for before.</summary>
    public async Task<IReadOnlyList<ReportChange>> ToldAsync() => await ToldUntilAsync(await MarkAsync());

    /// <summary>Commits a change that stands for nothing but itself.</summary>
    public async Task<string> MarkAsync()
    {
        var mark = MarkPrefix + Guid.CreateVersion7().ToString("N")[^7..];
        await using var insert = source.CreateCommand("INSERT INTO outbox (unit_code) VALUES ($1)");
        insert.Parameters.AddWithValue(mark);
        await insert.ExecuteNonQueryAsync();
        return mark;
    }

    public async Task<IReadOnlyList<ReportChange>> ToldUntilAsync(string mark)
    {
        using var patience = new CancellationTokenSource(Patience);
        var changes = new List<ReportChange>();
        while (await told.Reader.ReadAsync(patience.Token) is var change && change.UnitCode != mark)
        {
            // The other node's marks come here too.
            if (change.UnitCode?.StartsWith(MarkPrefix, StringComparison.Ordinal) != true)
            {
                changes.Add(change);
            }
        }

        return changes;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.GetRequiredService<ChangeDispatcher>().StopAsync(CancellationToken.None);
        await Services.DisposeAsync();
        await source.DisposeAsync();
    }
}
