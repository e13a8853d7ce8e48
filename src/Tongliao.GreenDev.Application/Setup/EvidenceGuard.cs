using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Setup;

/// <summary>
/// The database itself keeps evidence (佐证材料) with what it supports: files come and go while the value is with the clerk, the correction
/// undecided, or the report on a task with its department, and what was handed in is never changed or deleted. Put up anew after every migration, after <see cref="ApprovalGuard"/>.
/// </summary>
internal static class EvidenceGuard
{
    private static readonly string Statements =
        $"""
        SELECT pg_advisory_xact_lock({AdvisoryLocks.Evidence});
        CREATE OR REPLACE FUNCTION verify_evidence_may_change() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            changed bigint := CASE TG_TABLE_NAME WHEN 'evidence_files' THEN (to_jsonb(NEW) ->> 'value_id')::bigint
                ELSE (SELECT value_id FROM evidence_files WHERE id = (to_jsonb(NEW) ->> 'file_id')::bigint) END;
            supported bigint := CASE TG_TABLE_NAME WHEN 'evidence_files' THEN (to_jsonb(NEW) ->> 'correction_id')::bigint
                ELSE (SELECT correction_id FROM evidence_files WHERE id = (to_jsonb(NEW) ->> 'file_id')::bigint) END;
            task integer := CASE TG_TABLE_NAME WHEN 'evidence_files' THEN (to_jsonb(NEW) ->> 'task_report_id')::integer
                ELSE (SELECT task_report_id FROM evidence_files WHERE id = (to_jsonb(NEW) ->> 'file_id')::bigint) END;
        BEGIN
            IF task IS NOT NULL THEN
                -- Held, so that nobody hands the report in meanwhile.
                PERFORM pg_advisory_xact_lock({AdvisoryLocks.TaskReport}, task);
                PERFORM FROM task_reports r JOIN reporting_periods p ON p.plan_id = r.plan_id AND p.quarter = r.quarter
                    WHERE r.id = task AND p.state <> 'Locked' AND coalesce(
                        (SELECT v.status FROM task_report_versions v WHERE v.report_id = task ORDER BY v.number DESC LIMIT 1), 'Draft') IN ('Draft', 'Returned');
            ELSIF supported IS NULL THEN
                -- Held, so that nobody submits the value meanwhile.
                PERFORM FROM reported_values v WHERE v.id = changed AND v.status IN ('Empty', 'Draft', 'Returned') FOR SHARE;
            ELSE
                PERFORM FROM corrections c WHERE c.id = supported AND c.value_id = changed
                    AND NOT EXISTS (SELECT FROM correction_decisions d WHERE d.correction_id = c.id);
            END IF;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'the evidence of value % or report % does not change any more', changed, task USING ERRCODE = 'insufficient_privilege';
            END IF;
            RETURN NEW;
        END $$;
        CREATE OR REPLACE TRIGGER evidence_comes_in_time BEFORE INSERT ON evidence_files FOR EACH ROW EXECUTE FUNCTION verify_evidence_may_change();
        CREATE OR REPLACE TRIGGER evidence_goes_in_time BEFORE INSERT ON evidence_removals FOR EACH ROW EXECUTE FUNCTION verify_evidence_may_change();
        CREATE OR REPLACE TRIGGER evidence_stays BEFORE UPDATE OR DELETE ON evidence_files FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_history();
        CREATE OR REPLACE TRIGGER removals_stay BEFORE UPDATE OR DELETE ON evidence_removals FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_history();
        CREATE OR REPLACE TRIGGER contents_stay BEFORE UPDATE OR DELETE ON evidence_contents FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_history();
        CREATE OR REPLACE TRIGGER all_evidence_stays BEFORE TRUNCATE ON evidence_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
        CREATE OR REPLACE TRIGGER all_removals_stay BEFORE TRUNCATE ON evidence_removals FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
        ALTER TABLE evidence_contents ALTER COLUMN content SET STORAGE EXTERNAL;
        """;

    /// <summary>Needs the owner's connection.</summary>
    public static Task PutUpAsync(GreenDevDbContext owner, CancellationToken cancellationToken) =>
        owner.Database.ExecuteSqlRawAsync(Statements, cancellationToken);
}
