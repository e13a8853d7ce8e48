using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Setup;

/// <summary>
/// The database itself refuses to change what was approved, whoever asks: an approved value changes only together with what says so,
/// a reopening or a decided correction written in the same transaction, and history changes never. Put up anew after every migration.
/// </summary>
internal static class ApprovalGuard
{
    private const string Inputs = "numerator, {0}.denominator, {0}.amount, {0}.supplied, {0}.billed, {0}.correction, {0}.not_applicable_reason";

    private static readonly string Statements =
        $$"""
        SELECT pg_advisory_xact_lock({{AdvisoryLocks.Approvals}});
        CREATE OR REPLACE FUNCTION verify_change_of_approved_value() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.version = OLD.version + 1 AND EXISTS (
                SELECT FROM value_revisions r
                WHERE r.value_id = NEW.id AND r.version = NEW.version AND r.status = NEW.status AND r.xmin = pg_current_xact_id()::xid
                    AND ({{Of("r")}}) IS NOT DISTINCT FROM ({{Of("NEW")}})
                    AND (
                        (r.kind = 'Reopen' AND NEW.status = 'Returned' AND ({{Of("OLD")}}) IS NOT DISTINCT FROM ({{Of("NEW")}}))
                        OR (r.kind = 'Correct' AND NEW.status = 'Accepted' AND EXISTS (
                            SELECT FROM corrections c JOIN correction_decisions d ON d.correction_id = c.id
                            WHERE c.value_id = NEW.id AND c.version = OLD.version AND d.is_approved AND d.xmin = pg_current_xact_id()::xid
                                AND d.recorded_by_id IS DISTINCT FROM c.recorded_by_id
                                AND ({{Of("c")}}) IS NOT DISTINCT FROM ({{Of("NEW")}})))))
            THEN
                RETURN NULL;
            END IF;
            RAISE EXCEPTION 'value % is approved: only a reopening or a decided correction changes it', OLD.id USING ERRCODE = 'insufficient_privilege';
        END $$;
        CREATE OR REPLACE FUNCTION refuse_loss_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
        END $$;
        CREATE OR REPLACE FUNCTION refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT FROM value_revisions) THEN
                RAISE EXCEPTION '% is not emptied: values have a history', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
            END IF;
            RETURN NULL;
        END $$;
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'approved_value' AND tgrelid = 'reported_values'::regclass) THEN
                CREATE CONSTRAINT TRIGGER approved_value AFTER UPDATE ON reported_values DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW WHEN (OLD.status = 'Accepted') EXECUTE FUNCTION verify_change_of_approved_value();
            END IF;
        END $$;
        CREATE OR REPLACE TRIGGER approved_value_stays BEFORE DELETE ON reported_values
            FOR EACH ROW WHEN (OLD.status = 'Accepted') EXECUTE FUNCTION refuse_loss_of_history();
        CREATE OR REPLACE TRIGGER values_stay BEFORE TRUNCATE ON reported_values FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
        CREATE OR REPLACE TRIGGER history_stays BEFORE UPDATE OR DELETE ON value_revisions FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_history();
        CREATE OR REPLACE TRIGGER all_history_stays BEFORE TRUNCATE ON value_revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
        CREATE OR REPLACE TRIGGER corrections_stay BEFORE UPDATE OR DELETE ON corrections FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_history();
        CREATE OR REPLACE TRIGGER decisions_stay BEFORE UPDATE OR DELETE ON correction_decisions FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_history();
        CREATE OR REPLACE TRIGGER releases_stay BEFORE UPDATE OR DELETE ON releases FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_history();
        """;

    /// <summary>Needs the owner's connection.</summary>
    public static Task PutUpAsync(GreenDevDbContext owner, CancellationToken cancellationToken) =>
        owner.Database.ExecuteSqlRawAsync(Statements, cancellationToken);

    private static string Of(string row) => string.Format(System.Globalization.CultureInfo.InvariantCulture, $"{row}.{Inputs}", row);
}
