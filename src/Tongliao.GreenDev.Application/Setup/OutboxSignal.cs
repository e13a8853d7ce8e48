using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Setup;

/// <summary>The database itself wakes every node when a change that wrote to the outbox is committed. Put up anew after every migration.</summary>
internal static class OutboxSignal
{
    private static readonly string Statements =
        $"""
        SELECT pg_advisory_xact_lock({AdvisoryLocks.Signal});
        CREATE OR REPLACE FUNCTION signal_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NOTIFY {ChangeDispatcher.Channel};
            RETURN NULL;
        END $$;
        CREATE OR REPLACE TRIGGER signal AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION signal_outbox();
        """;

    /// <summary>Needs the owner's connection.</summary>
    public static Task PutUpAsync(GreenDevDbContext owner, CancellationToken cancellationToken) =>
        owner.Database.ExecuteSqlRawAsync(Statements, cancellationToken);
}
