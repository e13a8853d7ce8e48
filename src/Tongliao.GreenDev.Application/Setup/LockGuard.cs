using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Setup;

/// <summary>The database itself refuses to change the row of a locked quarter (已锁定), whoever asks. Put up anew after every migration.</summary>
internal static class LockGuard
{
    private static readonly string Statements =
        $"""
        SELECT pg_advisory_xact_lock({AdvisoryLocks.Guard});
        CREATE OR REPLACE FUNCTION refuse_change_of_locked_period() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'period % of plan % is locked', OLD.quarter, OLD.plan_id USING ERRCODE = 'insufficient_privilege';
        END $$;
        CREATE OR REPLACE TRIGGER locked_period BEFORE UPDATE OR DELETE ON reporting_periods
            FOR EACH ROW WHEN (OLD.state = 'Locked') EXECUTE FUNCTION refuse_change_of_locked_period();
        """;

    /// <summary>Needs the owner's connection.</summary>
    public static Task PutUpAsync(GreenDevDbContext owner, CancellationToken cancellationToken) =>
        owner.Database.ExecuteSqlRawAsync(Statements, cancellationToken);
}
